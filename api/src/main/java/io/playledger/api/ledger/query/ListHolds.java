package io.playledger.api.ledger.query;

import io.playledger.api.identity.PlayerId;

/** The open holds on a wallet, the first to expire first. */
public record ListHolds(PlayerId owner) implements LedgerQuery<HoldList> {}
