ALTER TABLE player
  ADD COLUMN banned       boolean NOT NULL DEFAULT false,
  ADD COLUMN banned_until timestamptz;

-- the default was for the rows that were there; handlers write every column themselves
ALTER TABLE player ALTER COLUMN banned DROP DEFAULT;

COMMENT ON COLUMN player.banned_until IS 'When the ban ends by itself; null for never.';
