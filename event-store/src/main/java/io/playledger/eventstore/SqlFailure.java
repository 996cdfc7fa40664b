package io.playledger.eventstore;

import java.sql.SQLException;

/** What a failed statement on a living connection says about the batch; nothing was stored. */
enum SqlFailure {
  /** Somebody holds one of the places or keys, or has gone on from what a command looked at. */
  CONFLICT,
  /** Some command's data cannot be stored. */
  BAD_DATA,
  /** The database takes nothing at the moment: disk full, lock or statement wait too long. */
  REFUSED;

  /** What we say ourselves where a command looked at an aggregate that has gone on since. */
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
