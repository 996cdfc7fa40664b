package io.playledger.api.reputation;

import io.playledger.api.Query;
import java.util.Set;

/**
 * Queries of the reputation context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface ReputationQuery<A> extends Query<A> permits FindReputation {

  @Override
  default Set<String> projections() {
    return Set.of("reputation");
  }
}
