package io.playledger.runtime;

/**
 * A handler of events that handles fewer types than the parameters of its methods say. Events of
 * the other types are not read from the log for it.
 */
@FunctionalInterface
public interface EventSelection {

  /** Whether events of this type are handled; always the same answer for a type. */
  boolean handles(Class<?> eventType);
}
