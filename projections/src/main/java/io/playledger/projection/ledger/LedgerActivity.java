package io.playledger.projection.ledger;

import io.playledger.api.ledger.AssetMinted;
import io.playledger.api.ledger.AssetRegistered;
import io.playledger.api.ledger.HoldCaptured;
import io.playledger.api.ledger.HoldExpired;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.HoldPlaced;
import io.playledger.api.ledger.HoldReleased;
import io.playledger.api.ledger.LedgerEvent;
import io.playledger.api.ledger.TransactionPosted;
import io.playledger.api.ledger.TransactionReversed;
import io.playledger.api.ledger.WalletClosed;
import io.playledger.api.ledger.WalletCredited;
import io.playledger.api.ledger.WalletDebited;
import io.playledger.api.ledger.WalletOpened;
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
