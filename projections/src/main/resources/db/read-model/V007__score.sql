CREATE DOMAIN board_id AS text;

CREATE TABLE score (
  board            board_id NOT NULL,
  player           player_id NOT NULL,
  total            bigint NOT NULL,
  reached_position bigint NOT NULL,
  reached_at       timestamptz NOT NULL,
  PRIMARY KEY (board, player)
);
COMMENT ON COLUMN score.reached_position IS
  'Where in the log the total was reached: of two equal totals the earlier ranks higher.';
CREATE INDEX score_by_rank ON score (board, total DESC, reached_position, player);

CREATE TABLE score_history (
  position bigint PRIMARY KEY,
  player   player_id NOT NULL,
  board    board_id NOT NULL,
  delta    bigint NOT NULL,
  total    bigint NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX score_history_by_player ON score_history (player, board, position);
CREATE INDEX score_history_by_board ON score_history (board, player, position);
CREATE INDEX score_history_by_time ON score_history (board, at, position);
