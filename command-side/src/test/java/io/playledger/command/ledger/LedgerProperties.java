package io.playledger.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Command;
import io.playledger.api.RejectionCode;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.command.CommandFixture;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of random operations, after each of which the books balance. A failure names its seed;
 * {@code -Dledger.seed=<seed>} runs that one alone.
 */
class LedgerProperties {

  private static final int OPERATIONS = 6_000;

  static LongStream seeds() {
    Long given = Long.getLong("ledger.seed");
    return given != null ? LongStream.of(given) : LongStream.of(1, 20_261_121, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void booksBalanceAfterEveryOperation(long seed) {
    System.out.println("LedgerProperties seed " + seed);
    RandomLedger random = new RandomLedger(seed);
    CommandFixture fixture = new CommandFixture();
    Books books = new Books();
    Map<String, Integer> accepted = new TreeMap<>();
    Map<String, Integer> refused = new TreeMap<>();
    fixture.given(random.opening().toArray(Command<?>[]::new));

    for (int operation = 0; operation < OPERATIONS; operation++) {
      Command<?> command = random.next();
      Boolean affordable =
          command instanceof PostTransfer transfer ? affordable(transfer, books) : null;
      int size = fixture.log().size();

      CommandFixture.Reply reply = fixture.send(command);

      List<Object> stored = fixture.log().payloadsFrom(size);
      String kind = command.getClass().getSimpleName();
      String situation = "seed %d, operation %d: %s".formatted(seed, operation, command);
      if (reply.rejection().isPresent()) {
        assertThat(stored).as(situation).isEmpty();
        refused.merge(reply.rejection().get().name(), 1, Integer::sum);
      } else {
        books.book(stored);
        random.accepted(command);
        accepted.merge(kind, 1, Integer::sum);
      }
      check(books, reply, situation);
      if (affordable != null && reply.rejection().map(this::isAboutFunds).orElse(true)) {
        assertThat(reply.rejection().isEmpty()).as(situation).isEqualTo(affordable);
      }
    }
    System.out.println("accepted " + accepted + ", refused " + refused);
    assertThat(accepted)
        .as("every kind of command succeeds now and then")
        .containsKeys(
            "CreditWallet",
            "DebitWallet",
            "PostTransfer",
            "PlaceHold",
            "CaptureHold",
            "ReleaseHold",
            "ExpireHold",
            "ReverseTransaction",
            "PlaceFundsInEscrow",
            "SettleEscrow",
            "ResolveDispute",
            "ApplyDefaultRuling");
  }

  private static void check(Books books, CommandFixture.Reply reply, String situation) {
    try {
      books.check();
      if (reply.answer() instanceof TransactionReceipt receipt && !receipt.dryRun()) {
        books.compare(receipt);
      }
    } catch (AssertionError broken) {
      throw new AssertionError(situation, broken);
    }
  }

  private boolean isAboutFunds(RejectionCode code) {
    return code == LedgerRejection.INSUFFICIENT_FUNDS;
  }

  /** By the books, and by other means than the ledger's own: net effects in whole numbers. */
  private static boolean affordable(PostTransfer transfer, Books books) {
    Map<AccountId, Map<AssetCode, BigInteger>> net = new TreeMap<>();
    for (TransferLeg leg : transfer.legs()) {
      BigInteger units = BigInteger.valueOf(leg.amount().units());
      add(net, AccountId.wallet(leg.from()), leg.amount().asset(), units.negate());
      add(net, AccountId.wallet(leg.to()), leg.amount().asset(), units);
    }
    return net.entrySet().stream()
        .allMatch(
            wallet ->
                wallet.getValue().entrySet().stream()
                    .allMatch(
                        effect ->
                            effect
                                    .getValue()
                                    .add(
                                        BigInteger.valueOf(
                                            books.available(wallet.getKey(), effect.getKey())))
                                    .signum()
                                >= 0));
  }

  private static void add(
      Map<AccountId, Map<AssetCode, BigInteger>> net,
      AccountId account,
      AssetCode asset,
      BigInteger units) {
    net.computeIfAbsent(account, any -> new TreeMap<>()).merge(asset, units, BigInteger::add);
  }
}
