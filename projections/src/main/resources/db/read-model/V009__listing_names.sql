-- Folding accents costs more than comparing: it is done once a listing, not once a search.
ALTER TABLE listing ADD COLUMN folded_name text
  GENERATED ALWAYS AS (public.playledger_fold(item_name)) STORED;
DROP INDEX listing_name_trigrams;
CREATE INDEX listing_name_trigrams ON listing USING gin (folded_name public.gin_trgm_ops);
