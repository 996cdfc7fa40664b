package io.playledger.api.feed;

import io.playledger.api.Query;
import java.util.Set;

/**
 * Queries of the feed context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface FeedQuery<A> extends Query<A> permits ListActivity {

  @Override
  default Set<String> projections() {
    return Set.of("feed");
  }
}
