package io.playledger.verification.bank;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.Desk;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.ApiReply;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Sends transfers, records the results, and keeps some to repeat them much later. */
final class Teller {

  private static final Set<String> REFUSALS = Set.of("INSUFFICIENT_FUNDS");

  private final Desk desk;
  private final BankAccounts accounts;
  private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
  private final LongAdder done = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder repeatedLater = new LongAdder();

  Teller(Desk desk, BankAccounts accounts) {
    this.desk = desk;
    this.accounts = accounts;
  }

  private record Kept(Act act, ApiReply first) {}

  void hand(Slip slip) {
    Act act = slip.act(accounts);
    ApiReply reply = desk.perform(act, Expect.successOr(REFUSALS), slip.repetition());
    if (reply.ok()) {
      accounts.moved(slip);
      done.increment();
    } else {
      refused.increment();
    }
    if (slip.kept()) {
      kept.add(new Kept(act, reply));
    }
  }

  /** Repeats the transfers kept so far. */
  void repeatKept() {
    // what is added meanwhile is for the next time
    for (int left = kept.size(); left > 0; left--) {
      Optional.ofNullable(kept.poll()).ifPresent(this::repeat);
    }
  }

  private void repeat(Kept slip) {
    desk.repeat(slip.act(), slip.first());
    repeatedLater.increment();
  }

  long done() {
    return done.sum();
  }

  long refused() {
    return refused.sum();
  }

  long repeatedLater() {
    return repeatedLater.sum();
  }
}
