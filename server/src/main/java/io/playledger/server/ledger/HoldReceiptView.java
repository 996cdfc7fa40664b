package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;

/**
 * The hold that was placed.
 *
 * @param held decimal string: what it sets aside
 * @param available decimal string: what the wallet has left
 */
record HoldReceiptView(HoldId hold, AssetCode asset, String held, String available) {}
