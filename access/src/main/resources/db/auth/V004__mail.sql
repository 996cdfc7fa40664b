ALTER TABLE account
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN email_verified_at timestamptz;

COMMENT ON COLUMN account.password_hash IS 'Argon2id; null for who comes in another way and has set none.';

CREATE TABLE one_time_token (
    hash       bytea       PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account (id),
    purpose    text        NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX one_time_token_account ON one_time_token (account_id, purpose);
CREATE INDEX one_time_token_expiry ON one_time_token (expires_at);

COMMENT ON TABLE one_time_token IS 'What was sent by mail; only the SHA-256 of each token.';

CREATE TABLE mail_outbox (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL,
    email_hash      bytea       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'HELD', 'SENT', 'FAILED')),
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    last_error      text,
    content_sealed  bytea
);

CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX mail_outbox_address ON mail_outbox (email_hash, kind, created_at);
CREATE INDEX mail_outbox_created ON mail_outbox (created_at);

COMMENT ON TABLE mail_outbox IS 'Mail asked for. Whether there is an account with that address is found out when it is written.';
COMMENT ON COLUMN mail_outbox.content_sealed IS 'Where no mail server is set up: recipient and text for an admin to read, AES-256-GCM.';
