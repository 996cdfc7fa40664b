package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.transfer.Payments.Payment;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether what was measured was right: the books of the clients against those of the server. */
final class TransferAudit {

  private final Payers payers;
  private final List<Payment> payments;

  /**
   * @param payments every transfer that was acknowledged, warm-up included
   */
  TransferAudit(Payers payers, List<Payment> payments) {
    this.payers = payers;
    this.payments = payments;
  }

  /** Every wallet holds what the acknowledged transfers say, and all accounts sum to zero. */
  void overHttp(ServerUnderLoad server) {
    long last = payments.stream().mapToLong(Payment::position).max().orElse(0);
    ClientLedger books = new ClientLedger();
    for (Payment payment : payments) {
      books.move(
          Payers.account(payment.from()),
          Payers.account(payment.to()),
          Payers.CURRENCY,
          payment.units());
    }
    for (int number = 0; number < payers.count(); number++) {
      Actor actor = payers.actor(number);
      JsonNode wallet = read(server, actor, "/wallet", last);
      long expected = Payers.OPENING_UNITS + books.balance(Payers.account(number), Payers.CURRENCY);
      long found = posted(wallet);
      BenchmarkFailed.unless(
          found == expected,
          "%s should have %d units, has %d".formatted(actor.username(), expected, found));
    }
    for (JsonNode line :
        read(server, server.admin(), "/admin/audit/trial-balance", last).path("lines")) {
      BenchmarkFailed.unless(
          new BigDecimal(line.path("total").asString("?")).signum() == 0,
          "The trial balance is not zero: " + line);
    }
  }

  private static JsonNode read(ServerUnderLoad server, Actor actor, String path, long last) {
    ApiReply reply = server.client().send(ApiCall.get("audit", path).as(actor).notBefore(last));
    return Payers.must(reply).data();
  }

  private static long posted(JsonNode wallet) {
    for (JsonNode balance : wallet.path("balances")) {
      if (balance.path("asset").asString("").equals(Payers.CURRENCY.name())) {
        return Payers.CURRENCY.units(balance.path("posted").asString("0"));
      }
    }
    return 0;
  }

  /** Every acknowledged transfer is stored once, where its answer said, and there are no others. */
  void inTheLog(PostgresDatabase database) throws SQLException {
    Map<String, Long> stored = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT key::text, position FROM event_store.command_outcomes WHERE NOT rejected")) {
        while (rows.next()) {
          stored.put(rows.getString(1), rows.getLong(2));
        }
      }
      Set<Long> positions = new HashSet<>();
      for (Payment payment : payments) {
        Long position = stored.get(payment.key().toString());
        BenchmarkFailed.unless(
            position != null && position == payment.position(),
            "Transfer %s was acknowledged at %d, and is stored at %s"
                .formatted(payment.key(), payment.position(), position));
        BenchmarkFailed.unless(positions.add(position), "Two transfers end at " + position);
      }
      long posted =
          count(
              statement,
              "SELECT count(*) FROM event_store.events WHERE payload_type = 'ledger.TransactionPosted'");
      long expected = (long) payments.size() + payers.count();
      BenchmarkFailed.unless(
          posted == expected,
          "%d transactions are stored, %d were acknowledged".formatted(posted, expected));
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
