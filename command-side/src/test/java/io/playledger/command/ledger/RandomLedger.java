package io.playledger.command.ledger;

import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.USD;
import static io.playledger.command.Samples.id;
import static io.playledger.command.Samples.register;

import io.playledger.api.Command;
import io.playledger.api.escrow.command.ApplyDefaultRuling;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.command.RequestCancellation;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.escrow.command.SettleEscrow;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.command.DebitWallet;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.command.ReleaseHold;
import io.playledger.api.ledger.command.ReverseTransaction;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes random commands, most of which could be meant, some of which could not. */
final class RandomLedger {

  private static final int PLAYERS = 12;
  private static final TradeTerms TERMS =
      new TradeTerms(
          333, Duration.ofMinutes(40), Duration.ofMinutes(40), Duration.ofHours(1), Ruling.REFUND);

  private static final PlayerId MODERATOR_OF_NOTHING = new PlayerId(id(PLAYERS + 5));

  private final SplittableRandom random;
  private final List<TransactionId> transactions = new ArrayList<>();
  private final List<PlaceHold> holds = new ArrayList<>();
  private final List<PlaceFundsInEscrow> escrows = new ArrayList<>();
  private long ids = 0x10_0000;
  private Instant now = NOW;

  RandomLedger(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Later commands build on what was accepted, and now and then on what was not. */
  void accepted(Command<?> command) {
    switch (command) {
      case PlaceHold hold -> holds.add(hold);
      case PlaceFundsInEscrow funding -> escrows.add(funding);
      case CreditWallet credit -> transactions.add(credit.transaction());
      case DebitWallet debit -> transactions.add(debit.transaction());
      case PostTransfer transfer -> transactions.add(transfer.transaction());
      case CaptureHold capture -> transactions.add(capture.transaction());
      case ReverseTransaction reversal -> transactions.add(reversal.reversal());
      default -> {}
    }
  }

  List<Command<?>> opening() {
    List<Command<?>> commands = new ArrayList<>();
    commands.add(new RegisterAsset(new Asset(GOLD, 0), true, 3_000L, NOW));
    for (int player = 0; player < PLAYERS; player++) {
      commands.add(register(new PlayerId(id(player))));
    }
    return commands;
  }

  Command<?> next() {
    now = now.plusSeconds(random.nextInt(200));
    return switch (random.nextInt(16)) {
      case 0, 1 -> credit();
      case 2 -> debit();
      case 3, 4, 5 -> transfer();
      case 6, 7 -> placeHold();
      case 8 -> endHold();
      case 9 -> captureHold();
      case 10 -> reverse();
      case 11 -> fund();
      default -> escrowStep();
    };
  }

  private CreditWallet credit() {
    boolean limited = random.nextInt(4) == 0;
    return new CreditWallet(
        transaction(),
        player(),
        limited ? new Amount(GOLD, units()) : amount(),
        TransactionType.DEPOSIT,
        random.nextInt(10) == 0 ? AccountId.FEES : AccountId.MINT,
        limited,
        null,
        now);
  }

  private DebitWallet debit() {
    return new DebitWallet(
        transaction(),
        player(),
        amount(),
        TransactionType.PENALTY,
        random.nextBoolean() ? AccountId.BURN : AccountId.PAYMENTS,
        null,
        now);
  }

  private PostTransfer transfer() {
    List<TransferLeg> legs =
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(leg -> new TransferLeg(player(), player(), amount()))
            .toList();
    return new PostTransfer(transaction(), legs, null, random.nextInt(8) == 0, now);
  }

  private PlaceHold placeHold() {
    return new PlaceHold(
        new HoldId(id(ids++)),
        player(),
        player(),
        amount(),
        null,
        now.plusSeconds(random.nextInt(6_000)),
        now);
  }

  private Command<?> endHold() {
    if (holds.isEmpty()) {
      return placeHold();
    }
    PlaceHold hold = any(holds);
    return random.nextBoolean()
        ? new ReleaseHold(hold.hold(), hold.owner(), by(hold.payee()), now)
        : new ExpireHold(hold.hold(), hold.owner(), now);
  }

  private Command<?> captureHold() {
    if (holds.isEmpty()) {
      return placeHold();
    }
    PlaceHold hold = any(holds);
    return new CaptureHold(
        hold.hold(),
        hold.owner(),
        hold.payee(),
        by(hold.payee()),
        transaction(),
        random.nextBoolean() ? null : units(),
        now);
  }

  private ReverseTransaction reverse() {
    TransactionId original = transactions.isEmpty() ? transaction() : any(transactions);
    return new ReverseTransaction(transaction(), original, null, now);
  }

  private PlaceFundsInEscrow fund() {
    return new PlaceFundsInEscrow(
        new TradeId(id(ids++)), transaction(), player(), player(), amount(), TERMS, now);
  }

  private Command<?> escrowStep() {
    if (escrows.isEmpty()) {
      return fund();
    }
    PlaceFundsInEscrow funding = any(escrows);
    TradeId escrow = funding.escrow();
    PlayerId buyer = funding.buyer();
    PlayerId seller = funding.seller();
    return switch (random.nextInt(8)) {
      case 0 -> new RecordDelivery(escrow, seller, null, now);
      case 1 -> new ConfirmDelivery(escrow, buyer, now);
      case 2 -> new RequestCancellation(escrow, random.nextBoolean() ? buyer : seller, now);
      case 3 -> new OpenDispute(escrow, random.nextBoolean() ? buyer : seller, null, now);
      case 4 -> resolve(funding);
      case 5 -> new ApplyDefaultRuling(escrow, now);
      default -> new SettleEscrow(escrow, transaction(), now);
    };
  }

  private ResolveDispute resolve(PlaceFundsInEscrow funding) {
    long toSeller = random.nextLong(Math.clamp(funding.amount().units(), 0, 1_000) + 1);
    return new ResolveDispute(
        funding.escrow(),
        Ruling.values()[random.nextInt(Ruling.values().length)],
        toSeller,
        funding.amount().units() - toSeller,
        MODERATOR_OF_NOTHING,
        null,
        now);
  }

  /** Mostly the payee, now and then the platform or somebody else. */
  private PlayerId by(PlayerId payee) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> player();
      default -> payee;
    };
  }

  /** One in thirty has no wallet. */
  private PlayerId player() {
    return new PlayerId(id(random.nextInt(30) == 0 ? PLAYERS + 1 : random.nextInt(PLAYERS)));
  }

  private Amount amount() {
    return new Amount(random.nextInt(4) == 0 ? USD : GOLD, units());
  }

  private long units() {
    return switch (random.nextInt(40)) {
      case 0 -> 0;
      case 1 -> -random.nextLong(100);
      case 2 -> Long.MAX_VALUE;
      case 3 -> Long.MIN_VALUE;
      default -> 1 + random.nextLong(500);
    };
  }

  private TransactionId transaction() {
    if (!transactions.isEmpty() && random.nextInt(50) == 0) {
      return any(transactions);
    }
    return new TransactionId(id(ids++));
  }

  private <T> T any(List<T> list) {
    return list.get(list.size() - 1 - random.nextInt(Math.min(list.size(), 12)));
  }
}
