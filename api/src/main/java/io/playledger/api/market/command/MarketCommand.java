package io.playledger.api.market.command;

import io.playledger.api.Command;

/** Commands of the market context. */
public sealed interface MarketCommand<R> extends Command<R>
    permits CreateListing,
        EditListing,
        WithdrawListing,
        ExpireListing,
        MakeOffer,
        AcceptOffer,
        DeclineOffer,
        WithdrawOffer,
        FinishTrade,
        ReviewTrade {}
