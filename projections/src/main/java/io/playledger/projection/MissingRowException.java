package io.playledger.projection;

import org.jooq.Table;

/**
 * An event changes a row that does not exist: the projection has lost an earlier event, or has a
 * bug. The event becomes a dead letter.
 */
public final class MissingRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MissingRowException(Table<?> table, Object key) {
    super("Table " + table.getName() + " has no row " + key + " to change.");
  }
}
