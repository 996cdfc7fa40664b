package io.playledger.api.market.event;

import io.playledger.api.Event;

/** Events of the market context. */
public sealed interface MarketEvent extends Event
    permits ListingCreated,
        ListingEdited,
        ListingWithdrawn,
        ListingExpired,
        ListingReserved,
        ListingReopened,
        ListingSold,
        ListingClosed,
        OfferMade,
        OfferAccepted,
        OfferDeclined,
        OfferWithdrawn,
        TradeCompleted,
        TradeCancelled,
        TradeReviewed {}
