package io.playledger.api;

/**
 * An intention to change state, in the imperative. Commands are immutable, carry every instant and
 * id they need, and are decided by exactly one aggregate or by the handler that owns their atomic
 * append.
 */
public interface Command {

  /**
   * Names the aggregate that decides, and thereby the route: two commands with the same value are
   * handled one after the other.
   */
  String aggregateId();
}
