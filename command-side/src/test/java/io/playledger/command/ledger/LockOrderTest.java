package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.id;
import static io.playledger.command.Samples.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Command;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.command.CommandFixture;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many commands at once over few wallets, in both directions: with any other order of locks than
 * that of the ids, two of them would sooner or later wait for each other.
 */
class LockOrderTest {

  private static final int WORKERS = 8;
  private static final int COMMANDS_EACH = 150;
  private static final List<PlayerId> PLAYERS = List.of(ANNA, BERT, CARA, MODERATOR);

  private final CommandFixture fixture = new CommandFixture();

  @Test
  void transfersInBothDirectionsNeverDeadlock() throws Exception {
    for (int player = 0; player < PLAYERS.size(); player++) {
      fixture.given(register(PLAYERS.get(player)), credit(player, PLAYERS.get(player), 1_000_000));
    }
    List<Callable<Integer>> work =
        IntStream.range(0, WORKERS)
            .<Callable<Integer>>mapToObj(worker -> () -> work(worker))
            .toList();

    int accepted = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (Future<Integer> done : workers.invokeAll(work, 1, TimeUnit.MINUTES)) {
        accepted += done.get();
      }
    }

    assertThat(accepted).isEqualTo(WORKERS * COMMANDS_EACH);
    Books books = new Books();
    books.bookAll(fixture.log().payloadsFrom(0));
    books.check();
  }

  /** Every command could be accepted, so every one must be: a deadlock would be a failure. */
  private int work(int worker) {
    SplittableRandom random = new SplittableRandom(worker);
    int accepted = 0;
    for (int number = 0; number < COMMANDS_EACH; number++) {
      long unique = 1_000_000L * (worker + 1) + 10L * number;
      PlayerId from = PLAYERS.get(random.nextInt(PLAYERS.size()));
      PlayerId to = PLAYERS.get((PLAYERS.indexOf(from) + 1 + random.nextInt(3)) % 4);
      if (random.nextInt(4) == 0) {
        HoldId hold = new HoldId(id(unique));
        count(new PlaceHold(hold, from, to, gold(2), null, NOW.plusSeconds(1), NOW));
        accepted +=
            count(
                new CaptureHold(hold, from, to, to, new TransactionId(id(unique + 1)), null, NOW));
      } else {
        accepted +=
            count(
                new PostTransfer(
                    new TransactionId(id(unique)),
                    List.of(new TransferLeg(from, to, gold(2)), new TransferLeg(to, from, gold(1))),
                    null,
                    false,
                    NOW));
      }
    }
    return accepted;
  }

  private int count(Command<?> command) {
    assertThat(fixture.send(command).failure()).as("%s", command).isEmpty();
    return 1;
  }
}
