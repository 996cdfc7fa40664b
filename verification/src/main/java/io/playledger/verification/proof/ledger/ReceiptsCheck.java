package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Receipts on wallets repeat their share of the postings: the same net amount in the same command,
 * and the balance that comes of it.
 */
final class ReceiptsCheck implements LogCheck {

  private record Receipt(BigInteger net, BigInteger stated) {}

  private final LedgerModel books;
  private final CheckProblems problems = new CheckProblems(CheckName.RECEIPTS_MATCH);
  private final Map<Holding, Receipt> receipts = new HashMap<>();
  private long seen;

  ReceiptsCheck(LedgerModel books) {
    this.books = books;
  }

  @Override
  public void see(LogRow row) {
    boolean credit = row.type().equals("WalletCredited");
    if (!credit && !row.type().equals("WalletDebited")) {
      return;
    }
    seen++;
    JsonNode amount = row.json().path("amount");
    BigInteger units = LedgerModel.units(amount.path("units"));
    BigInteger signed = credit ? units : units.negate();
    BigInteger stated = LedgerModel.units(row.json().path("posted"));
    receipts.merge(
        Holding.ofWallet(row.text("owner"), amount.path("asset").asString("")),
        new Receipt(signed, stated),
        (earlier, later) -> new Receipt(earlier.net().add(later.net()), later.stated()));
  }

  @Override
  public void commandEnded(long lastPosition) {
    Set<Holding> wallets = new HashSet<>(receipts.keySet());
    books.moved().keySet().stream().filter(Holding::wallet).forEach(wallets::add);
    for (Holding wallet : wallets) {
      compare(lastPosition, wallet);
    }
    receipts.clear();
  }

  private void compare(long position, Holding wallet) {
    BigInteger moved = books.moved().getOrDefault(wallet, BigInteger.ZERO);
    Receipt receipt =
        receipts.getOrDefault(wallet, new Receipt(BigInteger.ZERO, books.posted(wallet)));
    if (!receipt.net().equals(moved)) {
      problems.at(
          position,
          "%s: postings move %s, receipts say %s".formatted(wallet, moved, receipt.net()));
    }
    if (!receipt.stated().equals(books.posted(wallet))) {
      problems.at(
          position,
          "%s: the receipt states %s, the postings lead to %s"
              .formatted(wallet, receipt.stated(), books.posted(wallet)));
    }
  }

  @Override
  public CheckResult result() {
    return problems.result(seen + " receipts");
  }
}
