package io.playledger.server.market;

import io.playledger.server.authority.MatrixThings;
import java.util.Map;

/** Listings and trades for the matrix. */
final class MarketThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "listing", Thing.of((market, seller) -> market.listing(seller)),
        "listing-of-another", Thing.of((market, any) -> market.listing(market.newPlayer())),
        "offered",
            Thing.of(
                (market, seller) -> market.offered(seller, market.funded("USD", "250.00")).id()),
        "funded",
            Thing.of(
                (market, seller) ->
                    market.inEscrow(market.offered(seller, market.funded("USD", "250.00"))).id()),
        "delivered", Thing.of((market, buyer) -> market.delivered(market.offeredBy(buyer)).id()),
        "completed", Thing.of((market, buyer) -> market.confirmed(market.offeredBy(buyer)).id()));
  }
}
