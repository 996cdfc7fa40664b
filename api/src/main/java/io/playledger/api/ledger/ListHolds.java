package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;

/** The holds on a wallet that still bind, by expiry. */
public record ListHolds(PlayerId owner) implements LedgerQuery<HoldList> {}
