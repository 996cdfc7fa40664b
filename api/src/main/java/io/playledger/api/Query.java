package io.playledger.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that read tables answer.
 *
 * @param <A> the shape of the answer
 */
public interface Query<A extends @Nullable Object> {

  /** The class of the answer, which is the type argument of the query. */
  @SuppressWarnings("unchecked")
  default Class<A> answerType() {
    return (Class<A>) TypeArguments.ofQuery(getClass());
  }

  /**
   * Names of the projections whose tables the answer is read from ({@code ledger}, {@code market}
   * ...). A read with a minimum position waits until all of them have reached it.
   */
  Set<String> projections();
}
