package io.playledger.runtime.processor;

import java.util.regex.Pattern;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Transactions whose unqualified table names refer to one schema. So the same projection writes the
 * live tables, the shadow tables of a rebuild, or those of a sandbox.
 */
public final class SchemaTransactions implements TransactionManager {

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private final SpringTransactionManager transactions;
  private final JdbcTemplate jdbc;
  private final String setSearchPath;

  /**
   * @param schema a plain lower-case name; {@code public} is searched after it
   */
  public SchemaTransactions(
      PlatformTransactionManager transactions, JdbcTemplate jdbc, String schema) {
    this(transactions, jdbc, schema, false);
  }

  /** Transactions for tables that a crash may discard: their commits do not wait for the disk. */
  public static SchemaTransactions throwaway(
      PlatformTransactionManager transactions, JdbcTemplate jdbc, String schema) {
    return new SchemaTransactions(transactions, jdbc, schema, true);
  }

  private SchemaTransactions(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      String schema,
      boolean throwaway) {
    if (!PLAIN_NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a plain schema name: " + schema);
    }
    this.transactions = new SpringTransactionManager(transactions);
    this.jdbc = jdbc;
    this.setSearchPath =
        "SET LOCAL search_path = "
            + schema
            + ", public"
            + (throwaway ? "; SET LOCAL synchronous_commit = off" : "");
  }

  @Override
  public Transaction startTransaction() {
    Transaction transaction = transactions.startTransaction();
    try {
      jdbc.execute(setSearchPath);
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
    return transaction;
  }
}
