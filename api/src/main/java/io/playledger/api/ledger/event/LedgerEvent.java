package io.playledger.api.ledger.event;

import io.playledger.api.Event;

/** Events of the ledger context. */
public sealed interface LedgerEvent extends Event
    permits AssetRegistered,
        AssetMinted,
        WalletOpened,
        WalletClosed,
        WalletCredited,
        WalletDebited,
        TransactionPosted,
        TransactionReversed,
        HoldPlaced,
        HoldCaptured,
        HoldReleased,
        HoldExpired {}
