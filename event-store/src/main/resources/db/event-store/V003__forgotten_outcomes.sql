-- Rows come in the order of their times, so a block range index of a few pages finds the old ones.
CREATE INDEX command_outcomes_stored_at ON command_outcomes
    USING brin (stored_at) WITH (pages_per_range = 32, autosummarize = on);

CREATE TABLE outcomes_forgotten (
    singleton     boolean     PRIMARY KEY DEFAULT true CHECK (singleton),
    stored_before timestamptz NOT NULL
);

COMMENT ON TABLE outcomes_forgotten IS 'One row at most: an outcome stored before that may be missing, because its time was over.';
