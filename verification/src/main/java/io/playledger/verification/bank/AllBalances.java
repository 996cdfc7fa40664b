package io.playledger.verification.bank;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.verification.books.Currency;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** All balance rows of the read tables, read by one statement and so as of one moment. */
final class AllBalances {

  private static final String ROWS =
      "SELECT kind, posted, held FROM read_model.account_balance WHERE asset = ?";

  private final Path postgres;

  /**
   * @param postgres folder of the server's embedded PostgreSQL
   */
  AllBalances(Path postgres) {
    this.postgres = postgres;
  }

  /**
   * The sums of the rows.
   *
   * @param wallets sum of all wallets
   * @param total sum of all accounts, which must be zero
   * @param overdrawn number of wallets with less than their holds
   */
  record Sum(BigDecimal wallets, BigDecimal total, int overdrawn) {}

  /** The sums; empty while the server is down. */
  Optional<Sum> read() {
    Optional<PostgresDatabase> database = PostgresServer.inUse(postgres, "playledger");
    if (database.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.get().connect();
        PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setString(1, Currency.USD.name());
      try (ResultSet rows = statement.executeQuery()) {
        return Optional.of(sum(rows));
      }
    } catch (SQLException away) {
      return Optional.empty();
    }
  }

  private static Sum sum(ResultSet rows) throws SQLException {
    BigDecimal wallets = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    int overdrawn = 0;
    while (rows.next()) {
      BigDecimal posted = rows.getBigDecimal("posted").movePointLeft(Currency.USD.scale());
      total = total.add(posted);
      if (rows.getString("kind").equals("WALLET")) {
        wallets = wallets.add(posted);
        BigDecimal held = rows.getBigDecimal("held").movePointLeft(Currency.USD.scale());
        overdrawn += posted.compareTo(held) < 0 ? 1 : 0;
      }
    }
    return new Sum(wallets, total, overdrawn);
  }
}
