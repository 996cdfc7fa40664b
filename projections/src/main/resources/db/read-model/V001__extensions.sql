-- Extensions belong to the database, not to a schema of read tables: they stay in public,
-- which therefore has to be on the search path behind the read tables' schema.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- unaccent() is only STABLE, since its dictionary could be swapped; ours is named and fixed,
-- so that generated columns and indexes may use it.
CREATE OR REPLACE FUNCTION public.playledger_fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, words));

-- A column of the read tables has a domain where Java has a type of its own for it: the domain
-- asset_code is AssetCode. Domains lie in the schema of the read tables.
-- These two are json: what a person wrote, sealed, and facts about an event.
CREATE DOMAIN personal_text AS jsonb;
CREATE DOMAIN facts AS jsonb;
