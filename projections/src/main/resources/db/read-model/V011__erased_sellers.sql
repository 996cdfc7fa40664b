CREATE TABLE erased_seller (
  player player_id PRIMARY KEY
);
COMMENT ON TABLE erased_seller IS 'Players who were erased: nothing they say of a listing is shown, in whatever order it comes.';
