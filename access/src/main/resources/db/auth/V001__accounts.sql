-- What never enters the log: credentials, addresses, and the keys of persons.

CREATE TABLE account (
    id                uuid        PRIMARY KEY,
    email_hash        bytea       NOT NULL,
    email_sealed      bytea       NOT NULL,
    username          text        NOT NULL,
    username_folded   text        COLLATE "C" NOT NULL,
    password_hash     text        NOT NULL,
    password_one_time boolean     NOT NULL,
    state             text        NOT NULL CHECK (state IN ('REGISTERING', 'ACTIVE')),
    registration_key  uuid        NOT NULL,
    registration_hash bytea       NOT NULL,
    created_at        timestamptz NOT NULL,
    CONSTRAINT account_email UNIQUE (email_hash),
    CONSTRAINT account_username UNIQUE (username_folded)
);

COMMENT ON COLUMN account.email_hash IS 'HMAC-SHA256 of the lower-case address, to find it by.';
COMMENT ON COLUMN account.email_sealed IS 'The lower-case address, AES-256-GCM, bound to the id.';
COMMENT ON COLUMN account.registration_hash IS 'Keyed hash of the registration request, to tell a repeat.';

CREATE TABLE account_role (
    account_id uuid        NOT NULL REFERENCES account (id),
    role       text        NOT NULL,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, role)
);

CREATE TABLE person_key (
    person     uuid        NOT NULL,
    key_id     text        NOT NULL,
    wrapped    bytea,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person, key_id)
);

COMMENT ON COLUMN person_key.wrapped IS 'AES-256 key, sealed under the installation''s key; null once erased.';

CREATE TABLE signing_key (
    generation integer     PRIMARY KEY,
    kid        text        NOT NULL UNIQUE,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);
