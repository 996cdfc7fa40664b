package io.playledger.api.ledger;

/** The hold that was placed, and the remaining balance of the wallet. */
public record HoldReceipt(HoldId hold, AssetCode asset, long held, long available) {}
