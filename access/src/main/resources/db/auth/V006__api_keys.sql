-- Keys of developers and game servers. Of a secret only its hash is kept.

CREATE TABLE api_key (
    id         uuid        PRIMARY KEY,
    owner      uuid        NOT NULL REFERENCES account (id),
    name       text        NOT NULL,
    scopes     text[]      NOT NULL,
    addresses  text[]      NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX api_key_owner ON api_key (owner, id);

COMMENT ON COLUMN api_key.addresses IS 'Networks (CIDR) it may come from; empty for all.';

CREATE TABLE api_key_secret (
    hash       bytea       PRIMARY KEY,
    key_id     uuid        NOT NULL REFERENCES api_key (id),
    hint       text        NOT NULL,
    created_at timestamptz NOT NULL,
    ends_at    timestamptz
);

CREATE INDEX api_key_secret_key ON api_key_secret (key_id, created_at);

COMMENT ON COLUMN api_key_secret.hash IS 'SHA-256 of the secret, which has 256 random bits.';
COMMENT ON COLUMN api_key_secret.ends_at IS 'After a rotation; null while it lives as long as the key.';

CREATE TABLE api_key_usage (
    key_id    uuid   NOT NULL REFERENCES api_key (id),
    day       date   NOT NULL,
    operation text   NOT NULL,
    requests  bigint NOT NULL,
    PRIMARY KEY (key_id, day, operation)
);
