-- Counts of requests, where several nodes share them. Worth nothing after a crash: not logged.

CREATE UNLOGGED TABLE rate_count (
    id         text   COLLATE "C" PRIMARY KEY,
    state      bytea,
    expires_at bigint
);

CREATE INDEX rate_count_expiry ON rate_count (expires_at);

COMMENT ON COLUMN rate_count.id IS 'Group, whose requests, who: for example search/player/<id>.';
COMMENT ON COLUMN rate_count.state IS 'As Bucket4j writes it.';
COMMENT ON COLUMN rate_count.expires_at IS 'Milliseconds since 1970 after which the count is full.';
