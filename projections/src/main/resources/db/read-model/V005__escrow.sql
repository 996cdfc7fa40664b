-- From the offer on, since the story of an escrow begins before its funds arrive.
CREATE TABLE escrow_party (
  escrow uuid PRIMARY KEY,
  buyer  uuid NOT NULL,
  seller uuid NOT NULL
);

CREATE TABLE escrow (
  id            uuid PRIMARY KEY,
  buyer         uuid NOT NULL,
  seller        uuid NOT NULL,
  asset         text NOT NULL,
  amount_units  bigint NOT NULL,
  balance_units bigint NOT NULL,
  fee_units     bigint,
  status        text NOT NULL,
  outcome       text,
  terms         jsonb NOT NULL,
  funded_at     timestamptz NOT NULL,
  deliver_by    timestamptz NOT NULL,
  complain_by   timestamptz,
  decide_by     timestamptz,
  settled_at    timestamptz,
  position      bigint NOT NULL
);

CREATE TABLE escrow_timeline (
  escrow         uuid NOT NULL,
  position       bigint NOT NULL,
  at             timestamptz NOT NULL,
  type           text NOT NULL,
  actor          text,
  actor_role     text,
  words          jsonb,
  deadline       timestamptz,
  confidential   boolean NOT NULL,
  facts          jsonb NOT NULL,
  event_id       text NOT NULL,
  causation_id   text,
  correlation_id text,
  PRIMARY KEY (escrow, position)
);

CREATE TABLE dispute (
  escrow       uuid PRIMARY KEY,
  buyer        uuid NOT NULL,
  seller       uuid NOT NULL,
  asset        text NOT NULL,
  amount_units bigint NOT NULL,
  state        text NOT NULL,
  opened_by    uuid NOT NULL,
  handler      uuid,
  ruling       text,
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
