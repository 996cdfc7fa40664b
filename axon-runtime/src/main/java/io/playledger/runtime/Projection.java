package io.playledger.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event handler that writes read tables and nothing else. Its processor is named {@code
 * projections.<name>}; several classes may share a name and are then run by one processor in one
 * transaction.
 *
 * <p>The rows of a batch and the processor's token change in one PostgreSQL transaction, whose
 * {@code search_path} names the schema to write: handlers use unqualified table names, so that a
 * rebuild runs the very same objects against a shadow schema, at the same time as the live ones. A
 * handler therefore keeps no state in fields except through {@link BatchState}.
 *
 * <p>Rows must be derived from the events alone (no clock, no random values, no sequences), or a
 * rebuild will differ.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Projection {

  /** Name of the projection, usually that of its context. */
  String name();

  /**
   * Every table that the handlers write, unqualified, parents before children: a rebuild copies
   * them in this order and clears them in reverse order. The copies have the keys of the tables but
   * not their other indexes, so handlers find rows by keys.
   */
  String[] tables();
}
