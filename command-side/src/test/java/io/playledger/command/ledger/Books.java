package io.playledger.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AccountKind;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.market.TradeId;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books, computed from the events alone and independently of the aggregates: every balance is
 * the sum of postings.
 */
final class Books {

  private final Map<AccountId, Map<AssetCode, BigInteger>> balances = new TreeMap<>();
  private final Map<HoldId, HoldPlaced> holds = new HashMap<>();
  private final Map<TradeId, Amount> unsettled = new HashMap<>();
  private final Set<TransactionId> reversed = new HashSet<>();

  /** Books what one append stored, and compares every receipt with the books after it. */
  void book(List<Object> events) {
    bookAll(events);
    for (Object event : events) {
      if (event instanceof WalletCredited(var owner, _, var amount, var posted, _)) {
        assertThat(posted).isEqualTo(balance(AccountId.wallet(owner), amount.asset()));
      } else if (event instanceof WalletDebited(var owner, _, var amount, var posted, _)) {
        assertThat(posted).isEqualTo(balance(AccountId.wallet(owner), amount.asset()));
      }
    }
  }

  /** Books what several appends stored. */
  void bookAll(List<Object> events) {
    events.forEach(this::bookOne);
  }

  private void bookOne(Object event) {
    if (event instanceof ValueMoved moved) {
      for (Posting line : moved.postings().lines()) {
        balances
            .computeIfAbsent(line.account(), account -> new TreeMap<>())
            .merge(line.asset(), BigInteger.valueOf(line.units()), BigInteger::add);
      }
    }
    switch (event) {
      case HoldPlaced placed -> holds.put(placed.hold(), placed);
      case HoldCaptured(var hold, _, _, _, _) -> holds.remove(hold);
      case HoldReleased(var hold, _, _) -> holds.remove(hold);
      case HoldExpired(var hold, _, _) -> holds.remove(hold);
      case FundsPlacedInEscrow funds -> unsettled.put(funds.escrow(), funds.amount());
      case EscrowReleased end -> unsettled.remove(end.escrow());
      case EscrowRefunded end -> unsettled.remove(end.escrow());
      case EscrowSplit end -> unsettled.remove(end.escrow());
      case TransactionReversed(var original, _, _) ->
          assertThat(reversed.add(original)).as("reversed once").isTrue();
      default -> {}
    }
  }

  /** What must hold after every append. */
  void check() {
    Map<AssetCode, BigInteger> totals = new TreeMap<>();
    balances.forEach(
        (account, assets) ->
            assets.forEach(
                (asset, units) -> {
                  totals.merge(asset, units, BigInteger::add);
                  if (account.kind().bounded()) {
                    assertThat(units.signum()).as("%s %s", account, asset).isNotNegative();
                  }
                  if (account.kind() == AccountKind.WALLET) {
                    assertThat(available(account, asset))
                        .as("available of %s %s", account, asset)
                        .isNotNegative();
                  }
                  if (account.kind() == AccountKind.ESCROW) {
                    assertThat(units.longValueExact())
                        .as("%s", account)
                        .isEqualTo(expectedIn(account, asset));
                  }
                }));
    assertThat(totals.values())
        .as("trial balance %s", totals)
        .allSatisfy(total -> assertThat(total).isZero());
  }

  private long expectedIn(AccountId escrow, AssetCode asset) {
    Amount amount = unsettled.get(TradeId.of(escrow.owner()));
    return amount != null && amount.asset().equals(asset) ? amount.units() : 0;
  }

  /** Compares an answer with the books. */
  void compare(TransactionReceipt receipt) {
    for (WalletChange change : receipt.changes()) {
      assertThat(change.posted()).isEqualTo(balance(change.account(), change.asset()));
      assertThat(change.available()).isEqualTo(available(change.account(), change.asset()));
    }
  }

  long balance(AccountId account, AssetCode asset) {
    return balances
        .getOrDefault(account, Map.of())
        .getOrDefault(asset, BigInteger.ZERO)
        .longValueExact();
  }

  long available(AccountId account, AssetCode asset) {
    long held = 0;
    for (HoldPlaced hold : holds.values()) {
      if (AccountId.wallet(hold.owner()).equals(account) && hold.amount().asset().equals(asset)) {
        held += hold.amount().units();
      }
    }
    return balance(account, asset) - held;
  }
}
