package io.playledger.api.ledger;

import io.playledger.api.Command;

/** Commands of the ledger context. */
public sealed interface LedgerCommand extends Command
    permits RegisterAsset,
        OpenWallet,
        CreditWallet,
        DebitWallet,
        PostTransfer,
        ReverseTransaction,
        PlaceHold,
        CaptureHold,
        ReleaseHold,
        ExpireHold {}
