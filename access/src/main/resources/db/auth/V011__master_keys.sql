-- Master keys may change: which of them sealed something, and the keys of hashes, which do not change with them.

CREATE TABLE master_key (
    key_id        text        PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{16}$'),
    generation    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    opens_unnamed boolean     NOT NULL,
    entered_at    timestamptz NOT NULL
);

COMMENT ON TABLE master_key IS 'Ids of the master keys that something may be sealed under; the highest generation seals.';
COMMENT ON COLUMN master_key.opens_unnamed IS 'Values that do not begin with the id of a key were sealed under this one.';

CREATE TABLE hash_key (
    purpose    text        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);

COMMENT ON TABLE hash_key IS 'Keys of keyed hashes: they outlive master keys, since what is kept as a hash cannot be hashed again.';
COMMENT ON COLUMN hash_key.sealed IS 'The key, AES-256-GCM under the master key, bound to the purpose.';
