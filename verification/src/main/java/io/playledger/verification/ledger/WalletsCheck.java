package io.playledger.verification.ledger;

import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every wallet equals exactly the balance that the client computes from acknowledged commands. */
final class WalletsCheck implements DayCheck {

  private static final Duration HOLDS_END_MAX = Duration.ofSeconds(60);

  @Override
  public String title() {
    return "Wallets against the client's own books";
  }

  @Override
  public List<String> run(DayStage stage) {
    long seen = stage.seen();
    List<Actor> players = stage.players();
    int equal = 0;
    for (int number = 0; number < players.size(); number++) {
      players.get(number).saw(seen);
      equal += compare(stage, number, players.get(number)) ? 1 : 0;
    }
    List<String> lines = new ArrayList<>();
    lines.add(equal + " of " + players.size() + " wallets equal in every currency, nothing held");
    return lines;
  }

  private static boolean compare(DayStage stage, int number, Actor player) {
    JsonNode wallet =
        stage
            .watch()
            .until(player, "wallet.read", "/wallet", WalletsCheck::nothingHeld, HOLDS_END_MAX);
    ClientLedger books = stage.books();
    boolean equal = true;
    for (Currency currency : Currency.values()) {
      long expected = books.balance(DayStage.account(number), currency);
      JsonNode balance = balance(wallet, currency);
      boolean same =
          currency.units(balance.path("posted").asString("0")) == expected
              && currency.units(balance.path("available").asString("0")) == expected
              && currency.units(balance.path("held").asString("0")) == 0;
      if (!same) {
        equal = false;
        stage
            .findings()
            .add(
                "wallet differs",
                player.username()
                    + " should have "
                    + currency.decimal(expected)
                    + " "
                    + currency
                    + ", shows "
                    + balance);
      }
    }
    return equal;
  }

  private static boolean nothingHeld(JsonNode wallet) {
    for (JsonNode balance : wallet.path("balances")) {
      if (!balance.path("held").asString("0").matches("0(\\.0*)?")) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode balance(JsonNode wallet, Currency currency) {
    for (JsonNode balance : wallet.path("balances")) {
      if (currency.name().equals(balance.path("asset").asString(""))) {
        return balance;
      }
    }
    return wallet.path("none");
  }
}
