CREATE DOMAIN favourite_target_kind AS text;

CREATE TABLE favourite (
  player    player_id NOT NULL,
  kind      favourite_target_kind NOT NULL,
  target    uuid NOT NULL,
  position  bigint NOT NULL,
  marked_at timestamptz NOT NULL,
  PRIMARY KEY (player, kind, target)
);
CREATE INDEX favourite_by_time ON favourite (player, position DESC);
CREATE INDEX favourite_by_target ON favourite (kind, target);
