package io.playledger.api.feed;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the feed context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface FeedQuery<A extends @Nullable Object> extends Query<A>
    permits ListActivity {

  @Override
  default Set<String> projections() {
    return Set.of("feed");
  }
}
