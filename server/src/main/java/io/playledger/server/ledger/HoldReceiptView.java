package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;

/**
 * The hold that was placed.
 *
 * @param held decimal string: the held amount
 * @param available decimal string: the available balance of the wallet
 */
record HoldReceiptView(HoldId hold, AssetCode asset, String held, String available) {}
