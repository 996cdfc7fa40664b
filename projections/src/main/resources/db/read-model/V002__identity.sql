CREATE DOMAIN player_id AS uuid;

CREATE TABLE player (
  id            player_id PRIMARY KEY,
  username      text NOT NULL,
  roles         text[] NOT NULL,
  registered_at timestamptz NOT NULL,
  position      bigint NOT NULL
);
COMMENT ON TABLE player IS 'Players as others see them; username is revealed text.';
