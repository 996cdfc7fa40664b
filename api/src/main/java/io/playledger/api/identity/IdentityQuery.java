package io.playledger.api.identity;

import io.playledger.api.Query;
import java.util.Set;

/**
 * Queries of the identity context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface IdentityQuery<A> extends Query<A> permits FindPlayer {

  @Override
  default Set<String> projections() {
    return Set.of("identity");
  }
}
