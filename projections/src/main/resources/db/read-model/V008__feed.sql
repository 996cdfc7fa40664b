-- Whom a thing concerns, so that events which name only the thing find their players.
CREATE TABLE activity_party (
  subject text NOT NULL,
  player  player_id NOT NULL,
  PRIMARY KEY (subject, player)
);

CREATE TABLE activity (
  player   player_id NOT NULL,
  position bigint NOT NULL,
  entry    integer NOT NULL,
  at       timestamptz NOT NULL,
  type     text NOT NULL,
  subject  text NOT NULL,
  facts    facts NOT NULL,
  PRIMARY KEY (player, position, entry)
);
COMMENT ON COLUMN activity.entry IS 'Counts the things that one event did to one player, from 0.';
