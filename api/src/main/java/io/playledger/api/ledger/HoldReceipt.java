package io.playledger.api.ledger;

/** The hold that was placed, and what the wallet has left. */
public record HoldReceipt(HoldId hold, AssetCode asset, long held, long available) {}
