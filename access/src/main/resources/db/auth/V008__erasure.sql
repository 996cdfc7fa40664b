-- Whom somebody wants erased, and whether it is done. What is left of a person: this, and that there was a key.

CREATE TABLE erasure (
    player      uuid        PRIMARY KEY,
    asked_at    timestamptz NOT NULL,
    finished_at timestamptz
);

CREATE INDEX erasure_unfinished ON erasure (asked_at) WHERE finished_at IS NULL;

COMMENT ON TABLE erasure IS 'Written before the event, so that a crash between the event and the end of the account is found.';
