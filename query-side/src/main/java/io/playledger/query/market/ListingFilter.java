package io.playledger.query.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;

import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.SearchListings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which listings a search means. */
final class ListingFilter {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
  private static final int WORDS_MAX = 16;

  private final SearchListings query;
  private final String text;
  private final String prefix;

  ListingFilter(SearchListings query) {
    this.query = query;
    this.text = query.text() == null || query.text().isBlank() ? null : query.text().strip();
    this.prefix = text == null ? null : prefixQuery(text);
  }

  boolean hasText() {
    return text != null;
  }

  /** What binds a cursor to this search. */
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

  /** The words as people write them, the last one as a beginning, or the name with a typo. */
  private Condition matches() {
    Condition words =
        DSL.condition(
            "listing.search @@ websearch_to_tsquery('simple', public.playledger_fold({0}))",
            DSL.val(text));
    Condition typo =
        DSL.condition(
            "public.playledger_fold({0}) <% public.playledger_fold(listing.item_name)",
            DSL.val(text));
    if (prefix == null) {
      return words.or(typo);
    }
    Condition beginning =
        DSL.condition(
            "listing.search @@ to_tsquery('simple', public.playledger_fold({0}))", DSL.val(prefix));
    return words.or(beginning).or(typo);
  }

  /** Better matches first: rank of the words plus similarity of the name, 0 to about 2. */
  Field<Double> relevance() {
    return DSL.field(
        "ts_rank(listing.search, websearch_to_tsquery('simple', public.playledger_fold({0})))"
            + " + word_similarity(public.playledger_fold({0}),"
            + " public.playledger_fold(listing.item_name))",
        Double.class, DSL.val(text));
  }

  private static String prefixQuery(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find() && words.size() < WORDS_MAX) {
      words.add(word.group());
    }
    return words.isEmpty() ? null : String.join(" & ", words) + ":*";
  }
}
