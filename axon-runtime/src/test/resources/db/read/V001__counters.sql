CREATE TABLE counter (
    counter_id text   PRIMARY KEY,
    total      bigint NOT NULL,
    doubled    bigint GENERATED ALWAYS AS (total * 2) STORED
);
CREATE TABLE counter_step (
    counter_id text   NOT NULL REFERENCES counter,
    position   bigint NOT NULL,
    step       bigint NOT NULL,
    PRIMARY KEY (counter_id, position)
);
CREATE VIEW counter_overview AS SELECT counter_id, total FROM counter;
