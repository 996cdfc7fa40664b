CREATE TABLE reputation (
  player  uuid PRIMARY KEY,
  score   integer NOT NULL,
  changes bigint NOT NULL
);

CREATE TABLE reputation_change (
  position       bigint PRIMARY KEY,
  player         uuid NOT NULL,
  action         text NOT NULL,
  delta          integer NOT NULL,
  score          integer NOT NULL,
  policy_version integer NOT NULL,
  source         text,
  words          jsonb,
  at             timestamptz NOT NULL
);
CREATE INDEX reputation_change_by_player ON reputation_change (player, position);
