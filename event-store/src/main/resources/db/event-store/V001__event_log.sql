-- The event log. Names are unqualified: the runner sets the schema (search_path).
-- Identifiers use collation "C": byte order is faster to compare and no operating system
-- upgrade can reorder it under an index.

CREATE TABLE events (
    position         bigint      NOT NULL,
    aggregate_id     text        COLLATE "C" NOT NULL,
    sequence_number  bigint      NOT NULL,
    aggregate_type   text        COLLATE "C",
    event_id         text        COLLATE "C" NOT NULL,
    occurred_at      timestamptz NOT NULL,
    payload_type     text        COLLATE "C" NOT NULL,
    payload_revision text        COLLATE "C",
    payload          json        NOT NULL,
    metadata         json        NOT NULL,
    CONSTRAINT events_aggregate_sequence UNIQUE (aggregate_id, sequence_number)
) PARTITION BY HASH (aggregate_id);

COMMENT ON TABLE events IS 'Every event, once, never changed. Positions are gapless from 1 over the whole log.';
COMMENT ON COLUMN events.position IS 'Place in the whole log, assigned under the append lock.';
COMMENT ON COLUMN events.aggregate_type IS 'Null for an event that no aggregate published; its aggregate_id is then its event_id.';
COMMENT ON COLUMN events.occurred_at IS 'The time the event carries, in microseconds; chain.stored_at says when it was stored.';

DO $$
BEGIN
    FOR remainder IN 0..7 LOOP
        EXECUTE format(
            'CREATE TABLE events_p%s PARTITION OF events FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
            remainder, remainder);
    END LOOP;
END
$$;

-- Tailing processors and replays read by position.
CREATE INDEX events_position ON events (position);
-- Times grow with the position, so a block range index of a few pages finds a day in years.
CREATE INDEX events_occurred_at ON events USING brin (occurred_at) WITH (pages_per_range = 32, autosummarize = on);

-- One row a committed batch. hash = sha256(previous_hash || first || last || event_digests).
CREATE TABLE chain (
    last_position  bigint      PRIMARY KEY,
    first_position bigint      NOT NULL,
    previous_hash  bytea       NOT NULL,
    hash           bytea       NOT NULL,
    event_digests  bytea       NOT NULL,
    stored_at      timestamptz NOT NULL
);
ALTER TABLE chain ALTER COLUMN event_digests SET STORAGE EXTERNAL;

COMMENT ON TABLE chain IS 'SHA-256 chain over the log, one row a batch; event_digests holds 32 bytes for each event.';

INSERT INTO chain (last_position, first_position, previous_hash, hash, event_digests, stored_at)
VALUES (0, 1, ''::bytea, sha256('playledger event log, format 1'::bytea), ''::bytea, clock_timestamp());

-- The first answer of every keyed command, written with its events.
CREATE TABLE command_outcomes (
    scope        text        COLLATE "C" NOT NULL,
    key          uuid        NOT NULL,
    request_hash bytea       NOT NULL,
    position     bigint      NOT NULL,
    rejected     boolean     NOT NULL,
    result       text,
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);

COMMENT ON COLUMN command_outcomes.position IS 'Last event of the command; for a rejection the head of the log when it was recorded.';

CREATE TABLE snapshots (
    aggregate_id     text        COLLATE "C" NOT NULL,
    sequence_number  bigint      NOT NULL,
    aggregate_type   text        COLLATE "C" NOT NULL,
    event_id         text        COLLATE "C" NOT NULL,
    occurred_at      timestamptz NOT NULL,
    payload_type     text        COLLATE "C" NOT NULL,
    payload_revision text        COLLATE "C",
    payload          text        NOT NULL,
    metadata         text        NOT NULL,
    PRIMARY KEY (aggregate_id, sequence_number)
);
