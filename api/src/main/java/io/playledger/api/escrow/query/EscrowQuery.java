package io.playledger.api.escrow.query;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the escrow context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface EscrowQuery<A extends @Nullable Object> extends Query<A>
    permits FindDispute, FindEscrow, FindEscrowTimeline, ListDisputes {

  @Override
  default Set<String> projections() {
    return Set.of("escrow");
  }
}
