CREATE DOMAIN asset_code AS text;
CREATE DOMAIN account_id AS text;
CREATE DOMAIN account_kind AS text;
CREATE DOMAIN transaction_id AS uuid;
CREATE DOMAIN transaction_type AS text;
CREATE DOMAIN hold_id AS uuid;
CREATE DOMAIN hold_view_state AS text;

CREATE TABLE asset (
  code             asset_code PRIMARY KEY,
  scale            integer NOT NULL,
  transferable     boolean NOT NULL,
  mint_limit_units bigint,
  registered_at    timestamptz NOT NULL,
  position         bigint NOT NULL
);

CREATE TABLE wallet (
  owner     player_id PRIMARY KEY,
  opened_at timestamptz NOT NULL,
  position  bigint NOT NULL
);

-- Sums of system accounts may exceed a bigint, since no wallet bounds them.
CREATE TABLE account_balance (
  account account_id NOT NULL,
  asset   asset_code NOT NULL,
  kind    account_kind NOT NULL,
  posted  numeric(40, 0) NOT NULL,
  held    numeric(40, 0) NOT NULL,
  PRIMARY KEY (account, asset)
);
COMMENT ON COLUMN account_balance.posted IS 'Smallest units booked.';
COMMENT ON COLUMN account_balance.held IS 'Smallest units set aside by pending holds.';

CREATE TABLE posting (
  position      bigint NOT NULL,
  line          integer NOT NULL,
  entry_line    integer NOT NULL,
  account       account_id NOT NULL,
  asset         asset_code NOT NULL,
  units         bigint NOT NULL,
  balance_after numeric(40, 0) NOT NULL,
  reason        transaction_type NOT NULL,
  transaction   transaction_id NOT NULL,
  counterparty  account_id,
  at            timestamptz NOT NULL,
  PRIMARY KEY (position, line)
);
COMMENT ON COLUMN posting.entry_line IS
  'The last line of the same event with the same account, asset and reason: these lines are one entry of a history.';
COMMENT ON COLUMN posting.counterparty IS 'The other account; null where there are several.';
CREATE INDEX posting_by_account ON posting (account, position, entry_line);
CREATE INDEX posting_by_account_and_asset ON posting (account, asset, position, line);
CREATE INDEX posting_by_time ON posting (at, position);

CREATE TABLE ledger_transaction (
  id          transaction_id PRIMARY KEY,
  position    bigint NOT NULL,
  memo        personal_text,
  reverses    transaction_id,
  reversed_by transaction_id,
  at          timestamptz NOT NULL
);

CREATE TABLE hold (
  id              hold_id PRIMARY KEY,
  owner           player_id NOT NULL,
  payee           player_id NOT NULL,
  asset           asset_code NOT NULL,
  units           bigint NOT NULL,
  captured_units  bigint,
  purpose         personal_text,
  state           hold_view_state NOT NULL,
  placed_at       timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  placed_position bigint NOT NULL,
  ended_at        timestamptz,
  ended_position  bigint
);
CREATE INDEX hold_by_owner ON hold (owner, placed_position);
CREATE INDEX hold_pending ON hold (owner, expires_at) WHERE state = 'PENDING';
