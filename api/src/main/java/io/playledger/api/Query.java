package io.playledger.api;

/**
 * A question that one projection answers from its read tables.
 *
 * @param <A> the shape of the answer
 */
public interface Query<A> {

  /** The class of the answer. */
  Class<A> answerType();

  /**
   * The projection that answers, by its name ({@code ledger}, {@code market} ...): a read that asks
   * for a minimum position waits for this one.
   */
  String projection();
}
