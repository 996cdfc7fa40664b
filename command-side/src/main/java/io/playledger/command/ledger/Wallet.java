package io.playledger.command.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.api.ledger.command.HoldReceipt;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.ReleaseHold;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.WalletClosed;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * A player's balances by asset and the holds on them. Posted never falls below held, and held never
 * below zero. An overdue hold counts until it is expired.
 */
public class Wallet implements Root {

  @AggregateIdentifier private @Nullable String id;
  private PlayerId owner;
  private Map<AssetCode, Long> posted = new TreeMap<>();
  private Holds holds = new Holds();
  private boolean closed;

  /** Required by Axon. */
  protected Wallet() {}

  static Aggregates<Wallet> in(Repository<Wallet> repository) {
    return new Aggregates<>(
        repository,
        Wallet::new,
        LedgerRejection.WALLET_NOT_FOUND,
        LedgerRejection.WALLET_ALREADY_OPEN);
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  void open(PlayerId player, Instant at) {
    apply(new WalletOpened(player, at));
  }

  /** Closes the wallet of an erased owner; its balance stays. */
  void close(Instant at) {
    apply(new WalletClosed(owner, at));
  }

  /** Rejects with WALLET_CLOSED if the wallet is closed. */
  void requireNotClosed() {
    if (closed) {
      throw new CommandRejected(
          LedgerRejection.WALLET_CLOSED, Map.of("id", AccountId.wallet(owner).toString()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  HoldReceipt handle(PlaceHold command) {
    requireExists(LedgerRejection.WALLET_NOT_FOUND);
    Amount amount = command.amount();
    LedgerRules.positive(amount.units());
    if (command.payee().equals(command.owner())) {
      throw new CommandRejected(LedgerRejection.HOLD_FOR_ONESELF);
    }
    Instant latest = command.at().plus(Duration.ofDays(PlaceHold.EXPIRY_DAYS_MAX));
    if (!command.expiresAt().isAfter(command.at()) || command.expiresAt().isAfter(latest)) {
      throw new CommandRejected(LedgerRejection.HOLD_EXPIRY_OUT_OF_RANGE);
    }
    holds.requireRoomFor(command.hold());
    long available = available(amount.asset());
    requireFunds(amount.asset(), available, amount.units());
    apply(
        new HoldPlaced(
            command.hold(),
            command.owner(),
            command.payee(),
            amount,
            command.purpose(),
            command.expiresAt(),
            command.at()));
    return new HoldReceipt(
        command.hold(), amount.asset(), amount.units(), available - amount.units());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReleaseHold command) {
    requireExists(LedgerRejection.WALLET_NOT_FOUND);
    Hold hold = holds.pending(command.hold());
    LedgerRules.payeeOrPlatform(hold, command.by());
    LedgerRules.notOver(hold, command.at());
    apply(new HoldReleased(command.hold(), command.owner(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ExpireHold command) {
    requireExists(LedgerRejection.WALLET_NOT_FOUND);
    Hold hold = holds.pending(command.hold());
    if (!hold.overAt(command.at())) {
      throw new CommandRejected(
          LedgerRejection.HOLD_NOT_EXPIRED, Map.of("expiresAt", hold.expiresAt().toString()));
    }
    apply(new HoldExpired(command.hold(), command.owner(), command.at()));
  }

  /** The open hold with that id. */
  Hold pendingHold(HoldId hold) {
    return holds.pending(hold);
  }

  void capture(HoldId hold, TransactionId transaction, long units, Instant at) {
    apply(new HoldCaptured(hold, owner, transaction, units, at));
  }

  /**
   * The balance after a change.
   *
   * @param units signed, not Long.MIN_VALUE
   * @param freed the hold that ends in the same append
   * @throws CommandRejected INSUFFICIENT_FUNDS or AMOUNT_OUT_OF_RANGE
   */
  Balance after(AssetCode asset, long units, @Nullable HoldId freed) {
    long held = holds.heldWithout(asset, freed);
    long before = posted(asset);
    if (units < 0) {
      requireFunds(asset, before - held, -units);
    }
    long after = LedgerRules.sum(before, units);
    return new Balance(after, after - held);
  }

  /** Applies the receipt of a change that {@link #after} allowed. */
  void book(TransactionId transaction, AssetCode asset, long units, Instant at) {
    long after = posted(asset) + units;
    apply(
        units < 0
            ? new WalletDebited(owner, transaction, new Amount(asset, -units), after, at)
            : new WalletCredited(owner, transaction, new Amount(asset, units), after, at));
  }

  private long posted(AssetCode asset) {
    return posted.getOrDefault(asset, 0L);
  }

  private long available(AssetCode asset) {
    return posted(asset) - holds.heldWithout(asset, null);
  }

  private static void requireFunds(AssetCode asset, long available, long needed) {
    if (available < needed) {
      throw new CommandRejected(
          LedgerRejection.INSUFFICIENT_FUNDS,
          Map.of(
              "asset", asset.value(),
              "availableUnits", Long.toString(available),
              "neededUnits", Long.toString(needed)));
    }
  }

  @EventSourcingHandler
  void on(WalletOpened event) {
    owner = event.owner();
    id = AccountId.wallet(owner).toString();
  }

  @EventSourcingHandler
  void on(WalletClosed event) {
    closed = true;
  }

  @EventSourcingHandler
  void on(WalletCredited event) {
    posted.put(event.amount().asset(), event.posted());
  }

  @EventSourcingHandler
  void on(WalletDebited event) {
    posted.put(event.amount().asset(), event.posted());
  }

  @EventSourcingHandler
  void on(HoldPlaced event) {
    holds.add(event.hold(), new Hold(event.payee(), event.amount(), event.expiresAt()));
  }

  @EventSourcingHandler
  void on(HoldCaptured event) {
    holds.end(event.hold());
  }

  @EventSourcingHandler
  void on(HoldReleased event) {
    holds.end(event.hold());
  }

  @EventSourcingHandler
  void on(HoldExpired event) {
    holds.end(event.hold());
  }

  /** The posted balance and the available balance. */
  record Balance(long posted, long available) {}
}
