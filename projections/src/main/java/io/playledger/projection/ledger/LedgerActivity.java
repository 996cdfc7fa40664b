package io.playledger.projection.ledger;

import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.event.AssetMinted;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.LedgerEvent;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.WalletClosed;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;
import java.util.Set;

/**
 * Feed entries about the ledger: for each player their own share of a transaction, and holds for
 * owner and payee. Receipts of wallets repeat their transaction and are omitted.
 */
public final class LedgerActivity implements FeedEntries<LedgerEvent> {

  @Override
  public Happening of(LedgerEvent event) {
    return switch (event) {
      case TransactionPosted e ->
          Happening.shared("transaction", e.transaction(), TransactionShares.of(e));
      case HoldPlaced e ->
          Happening.about("hold", e.hold(), facts(e)).concerning(e.owner(), e.payee());
      case HoldCaptured e ->
          Happening.about("hold", e.hold(), Facts.none().with("transaction", e.transaction()));
      case HoldReleased e -> ended(e.hold());
      case HoldExpired e -> ended(e.hold());
      case AssetRegistered _,
          AssetMinted _,
          WalletOpened _,
          WalletClosed _,
          WalletCredited _,
          WalletDebited _,
          TransactionReversed _ ->
          Happening.NONE;
    };
  }

  @Override
  public Set<Class<? extends LedgerEvent>> unread() {
    return Set.of(AssetMinted.class, WalletOpened.class, WalletCredited.class, WalletDebited.class);
  }

  private static Happening ended(HoldId hold) {
    return Happening.about("hold", hold);
  }

  private static Facts facts(HoldPlaced event) {
    return Facts.none()
        .with("amount", event.amount())
        .with("owner", event.owner())
        .with("payee", event.payee());
  }
}
