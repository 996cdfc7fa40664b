package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;

import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.query.SearchListings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The conditions of a search. */
final class ListingFilter {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
  private static final int WORDS_MAX = 16;

  /**
   * The least share of trigrams that the search text and a part of the name must have in common.
   * Two exchanged letters as in "swrod" or "dargon" leave a third; PostgreSQL's default of 0.6
   * tolerates only missing letters. Below this bound, one common first letter would be enough.
   */
  static final double SIMILARITY_MIN = 0.3;

  private final SearchListings query;
  private final @Nullable String text;
  private final @Nullable String words;
  private final boolean typos;

  /** Matches listings that contain the words. */
  ListingFilter(SearchListings query) {
    this(query, false);
  }

  private ListingFilter(SearchListings query, boolean typos) {
    this.query = query;
    this.typos = typos;
    this.text = query.text() == null || query.text().isBlank() ? null : query.text().strip();
    this.words = text == null ? null : words(text);
  }

  boolean hasText() {
    return text != null;
  }

  /** Matches listings whose names resemble the words, to tolerate typos. */
  ListingFilter forgivingTypos() {
    return new ListingFilter(query, true);
  }

  boolean forgivesTypos() {
    return typos;
  }

  /** The filter that binds a cursor to this search. */
  List<?> identity(ListingOrder order) {
    return Arrays.asList(
        "listings",
        text,
        query.game(),
        query.asset(),
        query.priceMin(),
        query.priceMax(),
        query.seller(),
        query.status(),
        order);
  }

  Condition condition() {
    List<Condition> all = new ArrayList<>();
    all.add(LISTING.STATUS.eq(query.status() == null ? ListingStatus.ACTIVE : query.status()));
    if (query.game() != null) {
      all.add(LISTING.GAME_ID.eq(query.game()));
    }
    if (query.seller() != null) {
      all.add(LISTING.SELLER.eq(query.seller()));
    }
    if (query.asset() != null) {
      all.add(LISTING.ASSET.eq(query.asset()));
    }
    if (query.priceMin() != null) {
      all.add(LISTING.PRICE_UNITS.ge(query.priceMin()));
    }
    if (query.priceMax() != null) {
      all.add(LISTING.PRICE_UNITS.le(query.priceMax()));
    }
    if (text != null) {
      all.add(matches());
    }
    return DSL.and(all);
  }

  private Condition matches() {
    return typos ? resemblesName() : containsWords();
  }

  /** The words, of which the last can be a prefix. */
  private Condition containsWords() {
    return DSL.condition(
            "listing.search @@ websearch_to_tsquery('simple', public.playledger_fold({0}))",
            DSL.val(text))
        .or(beginning());
  }

  /** PostgreSQL quotes the words because folding turns some letters into an apostrophe. */
  private Condition beginning() {
    return DSL.condition(
        "listing.search @@ cast(nullif(cast("
            + "plainto_tsquery('simple', public.playledger_fold({0})) as text), '')"
            + " || ':*' as tsquery)",
        DSL.val(words));
  }

  /**
   * The condition that a part of the name resembles the words by at least {@link #SIMILARITY_MIN}.
   */
  private Condition resemblesName() {
    return DSL.condition("public.playledger_fold({0}) <% listing.folded_name", DSL.val(text));
  }

  /** Better matches come first: by number and place of the words, or by similarity of the name. */
  Field<Double> relevance() {
    return typos
        ? DSL.field(
            "word_similarity(public.playledger_fold({0}), listing.folded_name)",
            Double.class, DSL.val(text))
        : DSL.field(
            "ts_rank(listing.search,"
                + " websearch_to_tsquery('simple', public.playledger_fold({0})))",
            Double.class, DSL.val(text));
  }

  private static String words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find() && words.size() < WORDS_MAX) {
      words.add(word.group());
    }
    return String.join(" ", words);
  }
}
