-- Where the log lives: 'postgres' (the table events is the log) or 'axon-server' (it is a copy).
CREATE TABLE log_home (
    singleton boolean     PRIMARY KEY DEFAULT true CHECK (singleton),
    home      text        NOT NULL,
    since     timestamptz NOT NULL
);

COMMENT ON TABLE log_home IS 'One row, written by the first server on this database: nobody may take a copy for the log.';
