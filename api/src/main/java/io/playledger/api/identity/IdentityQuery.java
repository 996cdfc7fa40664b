package io.playledger.api.identity;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the identity context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface IdentityQuery<A extends @Nullable Object> extends Query<A>
    permits FindPlayer {

  @Override
  default Set<String> projections() {
    return Set.of("identity");
  }
}
