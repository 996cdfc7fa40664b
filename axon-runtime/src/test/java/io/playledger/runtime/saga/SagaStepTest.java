package io.playledger.runtime.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SagaStepTest {

  private final SagaStep step = new SagaStep("escrow-settlement", "trade-1", "fund");

  @Test
  void sameStepIsAlwaysTheSameCommand() {
    assertThat(step.commandKey("a"))
        .isEqualTo(new SagaStep("escrow-settlement", "trade-1", "fund").commandKey("b"));
    // written into logs: must never change
    assertThat(step.key()).hasToString("e64dbb87-38dd-82a2-9b17-20688dd5ca3c");
    assertThat(step.key().version()).isEqualTo(8);
    assertThat(step.key().variant()).isEqualTo(2);
  }

  @Test
  void stepWithAnotherPartIsAnotherCommand() {
    assertThat(step.key())
        .isNotEqualTo(new SagaStep("escrow-settlement", "trade-2", "fund").key())
        .isNotEqualTo(new SagaStep("escrow-settlement", "trade-1", "release").key())
        .isNotEqualTo(new SagaStep("other", "trade-1", "fund").key());
  }

  @Test
  void emptyPartsOfAStepAreRefused() {
    assertThatThrownBy(() -> new SagaStep("", "a", "b")).hasMessageContaining("needs");
  }
}
