CREATE TABLE second_factor (
    account_id    uuid        PRIMARY KEY REFERENCES account (id),
    secret_sealed bytea       NOT NULL,
    confirmed_at  timestamptz,
    last_step     bigint      NOT NULL,
    failures      integer     NOT NULL,
    locked_until  timestamptz
);

COMMENT ON TABLE second_factor IS 'Time-based one-time passwords (RFC 6238) of accounts that have them.';
COMMENT ON COLUMN second_factor.secret_sealed IS 'The shared secret, AES-256-GCM, bound to the account.';
COMMENT ON COLUMN second_factor.last_step IS 'Step of the last code that was taken: no code counts twice.';

CREATE TABLE backup_code (
    account_id uuid        NOT NULL REFERENCES account (id),
    hash       bytea       NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (account_id, hash)
);

COMMENT ON COLUMN backup_code.hash IS 'HMAC-SHA256 over account and code: 50 bits are too few for a plain hash.';
