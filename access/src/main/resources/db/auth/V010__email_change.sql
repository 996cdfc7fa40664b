-- An address that somebody wants for an account and has not proved yet: it is nobody's until then.

CREATE TABLE email_change (
    account_id   uuid        PRIMARY KEY REFERENCES account (id),
    email_hash   bytea       NOT NULL,
    email_sealed bytea       NOT NULL,
    token_hash   bytea,
    asked_at     timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);

CREATE INDEX email_change_address ON email_change (email_hash);

COMMENT ON COLUMN email_change.email_sealed IS 'As in account, so that it can move there: AES-256-GCM, bound to the account''s id.';
COMMENT ON COLUMN email_change.token_hash IS 'SHA-256 of the token in the newest mail; null until one was written.';
