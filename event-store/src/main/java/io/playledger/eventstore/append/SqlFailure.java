package io.playledger.eventstore.append;

import java.sql.SQLException;

/** Kinds of failed statements on a working connection. Nothing was stored. */
enum SqlFailure {
  /** One of the sequences or keys is taken, or an aggregate that a command has read has changed. */
  CONFLICT,
  /** The data of a command cannot be stored. */
  BAD_DATA,
  /** The database accepts nothing at the moment: disk full, lock or statement timeout. */
  REFUSED;

  /** Our own code for an aggregate that has changed since a command read it. */
  static final String OVERTAKEN = "40001";

  static SqlFailure of(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals("23505") || state.equals(OVERTAKEN)) {
      return CONFLICT;
    }
    if (state.startsWith("22") || state.startsWith("23") || state.startsWith("54")) {
      return BAD_DATA;
    }
    return REFUSED;
  }
}
