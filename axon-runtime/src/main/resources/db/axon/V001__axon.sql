-- What the processors keep. Names are unqualified: the runner sets the schema (axon).

CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          text,
    token_type     text,
    claimed_at     text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
COMMENT ON TABLE token_entry IS 'How far each segment of each processor is, and which node runs it.';

CREATE TABLE saga_entry (
    saga_id         text PRIMARY KEY,
    saga_type       text NOT NULL,
    revision        text,
    serialized_saga bytea NOT NULL
);
CREATE INDEX saga_entry_type ON saga_entry (saga_type);

CREATE TABLE saga_association (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   text NOT NULL,
    association_value text NOT NULL,
    saga_id           text NOT NULL,
    saga_type         text NOT NULL
);
CREATE INDEX saga_association_value ON saga_association (saga_type, association_key, association_value);
CREATE INDEX saga_association_saga ON saga_association (saga_id, saga_type);

-- Persistent deadlines, in the form db-scheduler expects.
CREATE TABLE scheduled_tasks (
    task_name            text                     NOT NULL,
    task_instance        text                     NOT NULL,
    task_data            bytea,
    execution_time       timestamp with time zone NOT NULL,
    picked               boolean                  NOT NULL,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- The event itself stays in the log; a letter names it by its position.
CREATE TABLE dead_letter (
    id              uuid        PRIMARY KEY,
    processor       text        NOT NULL,
    sequence        text        NOT NULL,
    position        bigint      NOT NULL,
    event_id        text        NOT NULL,
    event_type      text        NOT NULL,
    cause           text,
    attempts        integer     NOT NULL,
    first_failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_tried_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    discarded_at    timestamptz,
    discard_reason  text,
    discarded_by    text,
    UNIQUE (processor, position)
);
CREATE INDEX dead_letter_open ON dead_letter (processor, sequence, position) WHERE discarded_at IS NULL;
COMMENT ON COLUMN dead_letter.cause IS 'Null for an event that only waits behind an earlier one of its sequence.';

CREATE TABLE rebuild (
    id            uuid        PRIMARY KEY,
    projection    text        NOT NULL,
    mode          text        NOT NULL,
    state         text        NOT NULL,
    position      bigint      NOT NULL DEFAULT 0,
    target        bigint      NOT NULL DEFAULT 0,
    events_done   bigint      NOT NULL DEFAULT 0,
    events_failed bigint      NOT NULL DEFAULT 0,
    node          text        NOT NULL,
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at      timestamptz,
    equal         boolean,
    switched      boolean     NOT NULL DEFAULT false,
    error         text
);
CREATE UNIQUE INDEX rebuild_running ON rebuild (projection) WHERE ended_at IS NULL;

CREATE TABLE rebuild_table (
    rebuild_id   uuid    NOT NULL REFERENCES rebuild ON DELETE CASCADE,
    table_name   text    NOT NULL,
    ordinal      integer NOT NULL,
    live_rows    bigint  NOT NULL,
    rebuilt_rows bigint  NOT NULL,
    live_hash    numeric NOT NULL,
    rebuilt_hash numeric NOT NULL,
    PRIMARY KEY (rebuild_id, table_name)
);
