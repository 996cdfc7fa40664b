package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.LogObserver;
import io.playledger.verification.proof.log.LogRow;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The books according to the raw events: balances, open holds and open escrows. It recognises
 * events by their members, not by the platform's classes.
 */
public final class LedgerModel implements LogObserver {

  /** A hold that binds. */
  public record OpenHold(String owner, String asset, BigInteger units) {
    Holding holding() {
      return Holding.ofWallet(owner, asset);
    }
  }

  /** An escrow that was funded and not settled. */
  public record OpenEscrow(String asset, BigInteger units) {}

  private final Map<Holding, BigInteger> posted = new HashMap<>();
  private final Map<Holding, BigInteger> held = new HashMap<>();
  private final Map<String, OpenHold> holds = new HashMap<>();
  private final Map<String, OpenEscrow> escrows = new HashMap<>();
  private final Map<Holding, BigInteger> moved = new LinkedHashMap<>();
  private boolean whole;

  @Override
  public void see(LogRow row) {
    if (whole) {
      moved.clear();
      whole = false;
    }
    for (JsonNode line : row.json().path("postings")) {
      Holding holding =
          new Holding(line.path("account").asString(""), line.path("asset").asString(""));
      BigInteger units = units(line.path("units"));
      posted.merge(holding, units, BigInteger::add);
      moved.merge(holding, units, BigInteger::add);
    }
    switch (row.type()) {
      case "HoldPlaced" -> place(row);
      case "HoldCaptured", "HoldReleased", "HoldExpired" -> end(row);
      case "FundsPlacedInEscrow" ->
          escrows.put(
              row.text("escrow"),
              new OpenEscrow(
                  row.json().path("amount").path("asset").asString(""),
                  units(row.json().path("amount").path("units"))));
      case "EscrowReleased", "EscrowRefunded", "EscrowSplit" -> escrows.remove(row.text("escrow"));
      default -> {
        // moves nothing but its postings
      }
    }
  }

  private void place(LogRow row) {
    JsonNode amount = row.json().path("amount");
    OpenHold hold =
        new OpenHold(
            row.text("owner"), amount.path("asset").asString(""), units(amount.path("units")));
    holds.put(row.text("hold"), hold);
    held.merge(hold.holding(), hold.units(), BigInteger::add);
    moved.merge(hold.holding(), BigInteger.ZERO, BigInteger::add);
  }

  private void end(LogRow row) {
    OpenHold hold = holds.remove(row.text("hold"));
    if (hold != null) {
      held.merge(hold.holding(), hold.units().negate(), BigInteger::add);
    }
  }

  /** What was moved stays to be looked at until another command's events come. */
  @Override
  public void commandEnded(long lastPosition) {
    whole = true;
  }

  public static BigInteger units(JsonNode node) {
    return node.isIntegralNumber() ? node.bigIntegerValue() : BigInteger.ZERO;
  }

  /** What the events of the command under way have moved, or held, so far. */
  public Map<Holding, BigInteger> moved() {
    return moved;
  }

  public BigInteger posted(Holding holding) {
    return posted.getOrDefault(holding, BigInteger.ZERO);
  }

  public BigInteger held(Holding holding) {
    return held.getOrDefault(holding, BigInteger.ZERO);
  }

  public Map<Holding, BigInteger> allPosted() {
    return posted;
  }

  public Map<String, OpenHold> holds() {
    return holds;
  }

  public Map<String, OpenEscrow> escrows() {
    return escrows;
  }
}
