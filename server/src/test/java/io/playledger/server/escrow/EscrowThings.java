package io.playledger.server.escrow;

import io.playledger.server.authority.MatrixThings;
import java.util.Map;

/** Disputes for the matrix. */
final class EscrowThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "disputed", Thing.of((market, buyer) -> market.disputed(market.offeredBy(buyer)).id()));
  }
}
