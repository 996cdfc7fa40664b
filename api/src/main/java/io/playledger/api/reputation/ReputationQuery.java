package io.playledger.api.reputation;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the reputation context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface ReputationQuery<A extends @Nullable Object> extends Query<A>
    permits FindReputation {

  @Override
  default Set<String> projections() {
    return Set.of("reputation");
  }
}
