CREATE DOMAIN listing_id AS uuid;
CREATE DOMAIN listing_status AS text;
CREATE DOMAIN trade_id AS uuid;
CREATE DOMAIN trade_status AS text;
CREATE DOMAIN trade_outcome AS text;
CREATE DOMAIN trade_terms AS jsonb;

CREATE TABLE listing (
  id          listing_id PRIMARY KEY,
  seller      player_id NOT NULL,
  game_id     text NOT NULL,
  item_name   text NOT NULL,
  description text,
  asset       asset_code NOT NULL,
  price_units bigint NOT NULL,
  status      listing_status NOT NULL,
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
  id                 trade_id PRIMARY KEY,
  listing            listing_id NOT NULL,
  buyer              player_id NOT NULL,
  seller             player_id NOT NULL,
  asset              asset_code NOT NULL,
  price_units        bigint NOT NULL,
  status             trade_status NOT NULL,
  outcome            trade_outcome,
  terms              trade_terms,
  message            personal_text,
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
  trade    trade_id NOT NULL,
  reviewer player_id NOT NULL,
  reviewed player_id NOT NULL,
  rating   integer NOT NULL,
  comment  personal_text,
  at       timestamptz NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (trade, reviewer)
);
CREATE INDEX review_by_reviewed ON review (reviewed, position);
