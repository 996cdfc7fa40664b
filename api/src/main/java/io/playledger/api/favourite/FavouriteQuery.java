package io.playledger.api.favourite;

import io.playledger.api.PageOf;
import io.playledger.api.PageView;
import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the favourite context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface FavouriteQuery<A extends @Nullable Object> extends Query<A> {

  @Override
  default Set<String> projections() {
    return Set.of("favourite");
  }

  /** A player's favourites of one kind, or of all kinds without one, most recent first. */
  record ListFavourites(PlayerId player, FavouriteTarget.@Nullable Kind kind, PageOf page)
      implements FavouriteQuery<FavouritePage> {}

  /** How many players have marked a thing. */
  record CountFavourites(FavouriteTarget target) implements FavouriteQuery<FavouriteCount> {}

  /** Favourites, most recent first. */
  record FavouritePage(List<FavouriteEntry> items, @Nullable String nextCursor)
      implements PageView<FavouriteEntry> {}

  /** One favourite. */
  record FavouriteEntry(FavouriteTarget target, Instant markedAt) {}

  /**
   * The popularity of a thing.
   *
   * @param players players who have it marked now
   */
  record FavouriteCount(FavouriteTarget target, long players) {}
}
