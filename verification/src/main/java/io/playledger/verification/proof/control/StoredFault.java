package io.playledger.verification.proof.control;

import io.playledger.verification.proof.log.CheckName;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A fault in the stored data.
 *
 * @param plant makes it so, in one transaction
 */
record StoredFault(String name, CheckName foundBy, Plant plant) implements Control {

  /** Alters rows. */
  @FunctionalInterface
  interface Plant {
    void alter(JdbcTemplate sql);
  }
}
