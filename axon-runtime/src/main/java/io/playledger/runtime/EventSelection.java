package io.playledger.runtime;

/**
 * An event handler that handles fewer types than its method parameters accept. Events of other
 * types are not read from the log for it.
 */
@FunctionalInterface
public interface EventSelection {

  /** Whether events of this type are handled; always the same answer for a type. */
  boolean handles(Class<?> eventType);
}
