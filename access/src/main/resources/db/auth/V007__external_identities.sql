-- People who come in through Discord, Google, Epic Games and others: an account needs neither password nor e-mail.

ALTER TABLE account
    ALTER COLUMN email_hash DROP NOT NULL,
    ALTER COLUMN email_sealed DROP NOT NULL,
    ADD CONSTRAINT account_email_whole CHECK ((email_hash IS NULL) = (email_sealed IS NULL)),
    ADD CONSTRAINT account_email_to_verify CHECK (email_verified_at IS NULL OR email_hash IS NOT NULL);

COMMENT ON COLUMN account.email_hash IS 'HMAC-SHA256 of the lower-case address, to find it by; null for who gave none.';

CREATE TABLE external_identity (
    id             uuid        PRIMARY KEY,
    account_id     uuid        NOT NULL REFERENCES account (id),
    provider       text        NOT NULL,
    subject_hash   bytea       NOT NULL,
    subject_sealed bytea       NOT NULL,
    name_sealed    bytea,
    linked_at      timestamptz NOT NULL,
    used_at        timestamptz NOT NULL,
    CONSTRAINT external_identity_subject UNIQUE (provider, subject_hash),
    CONSTRAINT external_identity_account UNIQUE (account_id, provider)
);

COMMENT ON COLUMN external_identity.subject_hash IS 'HMAC-SHA256 over provider and the id it gives the person.';
COMMENT ON COLUMN external_identity.subject_sealed IS 'That id, AES-256-GCM, bound to this row.';
COMMENT ON COLUMN external_identity.name_sealed IS 'What the provider calls the person, AES-256-GCM, bound to this row.';

CREATE TABLE sign_in_step (
    hash       bytea       PRIMARY KEY,
    kind       text        NOT NULL,
    sealed     bytea       NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX sign_in_step_expiry ON sign_in_step (expires_at);

COMMENT ON TABLE sign_in_step IS 'What a sign-in through another site has to remember between two requests; gone once used.';
COMMENT ON COLUMN sign_in_step.hash IS 'SHA-256 of the token that names it, which has 256 random bits.';
COMMENT ON COLUMN sign_in_step.sealed IS 'Its content in JSON, AES-256-GCM, bound to kind and hash.';
