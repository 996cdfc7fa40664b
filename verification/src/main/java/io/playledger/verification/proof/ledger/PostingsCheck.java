package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Postings sum to zero event by event, and so at every prefix. */
final class PostingsCheck implements LogCheck {

  private final CheckProblems problems = new CheckProblems(CheckName.POSTINGS_BALANCE);
  private long events;
  private long lines;

  @Override
  public void see(LogRow row) {
    JsonNode postings = row.json().path("postings");
    if (!postings.isArray()) {
      return;
    }
    events++;
    Map<String, BigInteger> sums = new TreeMap<>();
    for (JsonNode line : postings) {
      lines++;
      if (!line.path("units").isIntegralNumber()) {
        problems.at(row.position(), "a posting without whole units in " + row.brief());
      }
      sums.merge(
          line.path("asset").asString(""), LedgerModel.units(line.path("units")), BigInteger::add);
    }
    sums.forEach(
        (asset, sum) -> {
          if (sum.signum() != 0) {
            problems.at(row.position(), asset + " sums to " + sum + " in " + row.brief());
          }
        });
  }

  @Override
  public CheckResult result() {
    return problems.result(events + " transactions, " + lines + " postings");
  }
}
