CREATE DOMAIN reputation_action AS text;

CREATE TABLE reputation (
  player  player_id PRIMARY KEY,
  score   integer NOT NULL,
  changes bigint NOT NULL
);

CREATE TABLE reputation_change (
  position       bigint PRIMARY KEY,
  player         player_id NOT NULL,
  action         reputation_action NOT NULL,
  delta          integer NOT NULL,
  score          integer NOT NULL,
  policy_version integer NOT NULL,
  source         text,
  words          personal_text,
  at             timestamptz NOT NULL
);
CREATE INDEX reputation_change_by_player ON reputation_change (player, position);
