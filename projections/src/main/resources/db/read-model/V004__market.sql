CREATE TABLE listing (
  id          uuid PRIMARY KEY,
  seller      uuid NOT NULL,
  game_id     text NOT NULL,
  item_name   text NOT NULL,
  description text,
  asset       text NOT NULL,
  price_units bigint NOT NULL,
  status      text NOT NULL,
  version     bigint NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  position    bigint NOT NULL,
  search      tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', public.playledger_fold(item_name)), 'A')
    || setweight(to_tsvector('simple', public.playledger_fold(coalesce(description, ''))), 'C')
  ) STORED
);
COMMENT ON TABLE listing IS 'Listings; item name and description are revealed text.';
COMMENT ON COLUMN listing.position IS 'Where in the log the listing was created: newest has the highest.';
CREATE INDEX listing_search ON listing USING gin (search);
CREATE INDEX listing_name_trigrams ON listing USING gin (public.playledger_fold(item_name) gin_trgm_ops);
CREATE INDEX listing_newest ON listing (status, position, id);
CREATE INDEX listing_by_price ON listing (status, asset, price_units, id);
CREATE INDEX listing_by_expiry ON listing (status, expires_at, id);
CREATE INDEX listing_by_game ON listing (status, game_id, position);
CREATE INDEX listing_by_seller ON listing (seller, status, position);

CREATE TABLE trade (
  id                 uuid PRIMARY KEY,
  listing            uuid NOT NULL,
  buyer              uuid NOT NULL,
  seller             uuid NOT NULL,
  asset              text NOT NULL,
  price_units        bigint NOT NULL,
  status             text NOT NULL,
  outcome            text,
  terms              jsonb,
  message            jsonb,
  reviewed_by_buyer  boolean NOT NULL,
  reviewed_by_seller boolean NOT NULL,
  offered_at         timestamptz NOT NULL,
  accepted_at        timestamptz,
  finished_at        timestamptz,
  position           bigint NOT NULL
);
CREATE INDEX trade_by_buyer ON trade (buyer, position);
CREATE INDEX trade_by_seller ON trade (seller, position);

CREATE TABLE review (
  trade    uuid NOT NULL,
  reviewer uuid NOT NULL,
  reviewed uuid NOT NULL,
  rating   integer NOT NULL,
  comment  jsonb,
  at       timestamptz NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (trade, reviewer)
);
CREATE INDEX review_by_reviewed ON review (reviewed, position);
