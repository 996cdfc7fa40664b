package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Desk;
import io.playledger.verification.http.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The sums of all accounts, as the server gives them. */
public record AccountSums(List<Line> lines) {

  /** One asset. */
  public record Line(
      String asset, BigDecimal wallets, BigDecimal escrows, BigDecimal system, BigDecimal total) {

    private static final Line NOTHING =
        new Line("", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /**
   * Asks for it as it is now.
   *
   * @param position that it reflects at least
   */
  public static AccountSums read(Desk desk, Actor admin, long position) {
    return read(desk, admin, "/admin/audit/trial-balance", position);
  }

  /** Asks for it as it was at that position. */
  public static AccountSums readAsOf(Desk desk, Actor admin, long position) {
    return read(desk, admin, "/admin/audit/trial-balance?asOf=" + position, position);
  }

  private static AccountSums read(Desk desk, Actor admin, String path, long position) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line :
        desk.read(admin, "audit.trial-balance", path, position).data().path("lines")) {
      lines.add(
          new Line(
              line.path("asset").asString(""),
              decimal(line, "wallets"),
              decimal(line, "escrows"),
              decimal(line, "system"),
              decimal(line, "total")));
    }
    return new AccountSums(List.copyOf(lines));
  }

  /** The line of a currency; zeros where it has none yet. */
  public Line of(Currency currency) {
    return lines.stream()
        .filter(line -> line.asset().equals(currency.name()))
        .findFirst()
        .orElse(Line.NOTHING);
  }

  private static BigDecimal decimal(JsonNode line, String member) {
    return new BigDecimal(line.path(member).asString("0"));
  }
}
