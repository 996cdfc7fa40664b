package io.playledger.verification.proof.control;

import io.playledger.verification.proof.check.CheckName;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Something wrong in what is stored, whoever did it.
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
