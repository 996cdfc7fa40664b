ALTER TABLE account
    ADD COLUMN banned       boolean NOT NULL DEFAULT false,
    ADD COLUMN banned_until timestamptz;

COMMENT ON COLUMN account.banned IS 'As the log has it; a ban whose end has passed counts no more.';

CREATE TABLE session (
    id               uuid        PRIMARY KEY,
    account_id       uuid        NOT NULL REFERENCES account (id),
    device           text        NOT NULL,
    address_hash     text        NOT NULL,
    address_sealed   bytea       NOT NULL,
    methods          text[]      NOT NULL,
    authenticated_at timestamptz NOT NULL,
    second_factor_at timestamptz,
    used_at          timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    end_reason       text
);

CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;
CREATE INDEX session_expiry ON session (expires_at);

COMMENT ON TABLE session IS 'One sign-in each; claim sid of its access tokens names it.';
COMMENT ON COLUMN session.address_sealed IS 'The client''s address, AES-256-GCM, bound to the session; for its owner''s eyes.';
COMMENT ON COLUMN session.methods IS 'How the person proved who they are, in the words of RFC 8176.';

CREATE TABLE refresh_token (
    hash       bytea       PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    used_by    text,
    salt       bytea
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

COMMENT ON COLUMN refresh_token.hash IS 'SHA-256 of the token: 256 random bits need no slow hash.';
COMMENT ON COLUMN refresh_token.used_by IS 'Keyed hash of address and user agent that turned it in.';
COMMENT ON COLUMN refresh_token.salt IS 'With the token itself and a key of the installation it gives the successor again.';

ALTER TABLE signing_key ADD COLUMN retired_at timestamptz;

COMMENT ON COLUMN signing_key.retired_at IS 'From when on it signs no more; it verifies until its last token has ended.';
