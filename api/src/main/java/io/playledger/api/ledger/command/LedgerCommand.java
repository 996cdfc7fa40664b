package io.playledger.api.ledger.command;

import io.playledger.api.Command;

/** Commands of the ledger context. */
public sealed interface LedgerCommand<R> extends Command<R>
    permits RegisterAsset,
        CreditWallet,
        DebitWallet,
        PostTransfer,
        ReverseTransaction,
        PlaceHold,
        CaptureHold,
        ReleaseHold,
        ExpireHold {}
