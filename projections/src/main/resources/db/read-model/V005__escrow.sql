CREATE DOMAIN escrow_status AS text;
CREATE DOMAIN dispute_state AS text;
CREATE DOMAIN ruling AS text;

-- From the offer on, since the story of an escrow begins before its funds arrive.
CREATE TABLE escrow_party (
  escrow trade_id PRIMARY KEY,
  buyer  player_id NOT NULL,
  seller player_id NOT NULL
);

CREATE TABLE escrow (
  id            trade_id PRIMARY KEY,
  buyer         player_id NOT NULL,
  seller        player_id NOT NULL,
  asset         asset_code NOT NULL,
  amount_units  bigint NOT NULL,
  balance_units bigint NOT NULL,
  fee_units     bigint,
  status        escrow_status NOT NULL,
  outcome       trade_outcome,
  terms         trade_terms NOT NULL,
  funded_at     timestamptz NOT NULL,
  deliver_by    timestamptz NOT NULL,
  complain_by   timestamptz,
  decide_by     timestamptz,
  settled_at    timestamptz,
  position      bigint NOT NULL
);

CREATE TABLE escrow_timeline (
  escrow         trade_id NOT NULL,
  position       bigint NOT NULL,
  at             timestamptz NOT NULL,
  type           text NOT NULL,
  actor          text,
  actor_role     text,
  words          personal_text,
  deadline       timestamptz,
  confidential   boolean NOT NULL,
  facts          facts NOT NULL,
  event_id       text NOT NULL,
  causation_id   text,
  correlation_id text,
  PRIMARY KEY (escrow, position)
);

CREATE TABLE dispute (
  escrow       trade_id PRIMARY KEY,
  buyer        player_id NOT NULL,
  seller       player_id NOT NULL,
  asset        asset_code NOT NULL,
  amount_units bigint NOT NULL,
  state        dispute_state NOT NULL,
  opened_by    player_id NOT NULL,
  handler      player_id,
  ruling       ruling,
  to_seller    bigint,
  to_buyer     bigint,
  opened_at    timestamptz NOT NULL,
  decide_by    timestamptz NOT NULL,
  resolved_at  timestamptz,
  position     bigint NOT NULL
);
CREATE INDEX dispute_by_time_left ON dispute (decide_by, escrow);
CREATE INDEX dispute_by_state ON dispute (state, decide_by, escrow);
CREATE INDEX dispute_by_handler ON dispute (handler, decide_by, escrow);
CREATE INDEX dispute_by_buyer ON dispute (buyer);
CREATE INDEX dispute_by_seller ON dispute (seller);
