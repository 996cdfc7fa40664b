package io.playledger.server.ledger;

import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import io.playledger.server.authority.MatrixThings;
import java.time.Instant;
import java.util.Map;

/** Wallets with money, transfers and holds for the matrix. */
final class LedgerThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "wallet",
        Thing.of(
            (market, owner) -> {
              market.credit(owner, "USD", "250.00");
              return owner.id();
            }),
        "transfer",
        Thing.of(LedgerThings::transfer),
        "hold",
        Thing.of(LedgerThings::hold));
  }

  private static String transfer(TestMarket market, TestPlayer payer) {
    market.credit(payer, "USD", "250.00");
    return market
        .post(
            "/wallet/transfers",
            payer,
            TestMarket.json("to", market.newPlayer().id(), "asset", "USD", "amount", "5"))
        .data()
        .path("transaction")
        .asString();
  }

  private static String hold(TestMarket market, TestPlayer payee) {
    return market
        .post(
            "/wallet/holds",
            market.funded("USD", "250.00"),
            TestMarket.json(
                "payee",
                payee.id(),
                "asset",
                "USD",
                "amount",
                "40.00",
                "purpose",
                "a stake",
                "expiresAt",
                Instant.now().plusSeconds(86_400).toString()))
        .data()
        .path("hold")
        .asString();
  }
}
