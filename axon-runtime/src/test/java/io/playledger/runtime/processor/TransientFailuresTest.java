package io.playledger.runtime.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.runtime.command.OutcomeUnknownException;
import java.sql.SQLException;
import org.axonframework.modelling.saga.SagaStorageException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class TransientFailuresTest {

  @Test
  void outagesOfTheDatabaseAreTransient() {
    for (String state : new String[] {"08006", "40001", "40P01", "53300", "57P01", "55P03"}) {
      assertThat(TransientFailures.isTransient(new IllegalStateException(sql(state)))).isTrue();
    }
  }

  @Test
  void faultyStatementsAreNotTransientEvenIfAxonSaysSo() {
    for (String state : new String[] {"22012", "23505", "42P01"}) {
      assertThat(TransientFailures.isTransient(sql(state))).isFalse();
      assertThat(TransientFailures.isTransient(new SagaStorageException("x", sql(state))))
          .isFalse();
      assertThat(
              TransientFailures.isTransient(new DataIntegrityViolationException("x", sql(state))))
          .isFalse();
    }
  }

  @Test
  void unknownOutcomesAreTransientAndOrdinaryFaultsAreNot() {
    assertThat(
            TransientFailures.isTransient(
                new IllegalStateException(new OutcomeUnknownException(null))))
        .isTrue();
    assertThat(TransientFailures.isTransient(new SagaStorageException("no cause"))).isTrue();
    assertThat(TransientFailures.isTransient(new NullPointerException())).isFalse();
  }

  private static SQLException sql(String state) {
    return new SQLException("as told", state);
  }
}
