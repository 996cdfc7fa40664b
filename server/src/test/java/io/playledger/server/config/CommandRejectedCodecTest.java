package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.LedgerRejection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandRejectedCodecTest {

  private final CommandRejectedCodec codec = new CommandRejectedCodec();

  @Test
  void rejectionIsReadBack() {
    CommandRejected rejected =
        new CommandRejected(
            LedgerRejection.INSUFFICIENT_FUNDS, Map.of("available", "1", "needed", "2"));

    RuntimeException again = codec.fromJson(codec.toJson(rejected));

    assertThat(again).isInstanceOf(CommandRejected.class);
    assertThat(((CommandRejected) again).code()).isEqualTo(LedgerRejection.INSUFFICIENT_FUNDS);
    assertThat(((CommandRejected) again).details()).isEqualTo(rejected.details());
    assertThat(((CommandRejected) again).isReplayed()).isTrue();
    assertThat(rejected.isReplayed()).isFalse();
  }

  @Test
  void otherExceptionsAreNoRejections() {
    assertThat(codec.isRejection(new IllegalStateException())).isFalse();
    assertThat(codec.isRejection(new CommandRejected(LedgerRejection.HOLD_ENDED))).isTrue();
  }
}
