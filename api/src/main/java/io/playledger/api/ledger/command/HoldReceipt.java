package io.playledger.api.ledger.command;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;

/** The hold that was placed, and the remaining balance of the wallet. */
public record HoldReceipt(HoldId hold, AssetCode asset, long held, long available) {}
