package io.playledger.api;

/**
 * An intention to change state, in the imperative. Commands are immutable, carry every instant and
 * id they need, and are decided by exactly one aggregate or by the handler that owns their atomic
 * append.
 *
 * @param <R> the answer of the handler; {@link Void} for none
 */
public interface Command<R> {

  /** The class of the answer, which is the type argument of the command. */
  @SuppressWarnings("unchecked")
  default Class<R> answerType() {
    return (Class<R>) answerType(getClass());
  }

  /** The same for a class of commands. */
  static Class<?> answerType(Class<?> command) {
    return TypeArguments.ofCommand(command);
  }

  /**
   * The id of the aggregate that decides, which is also the route: two commands with the same value
   * are handled one after the other.
   */
  String aggregateId();
}
