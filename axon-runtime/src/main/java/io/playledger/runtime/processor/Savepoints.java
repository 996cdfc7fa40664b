package io.playledger.runtime.processor;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Runs work that can fail without failing the transaction. Without a savepoint, PostgreSQL refuses
 * every statement after a failed one.
 */
public final class Savepoints {

  private final PlatformTransactionManager transactions;

  /** Savepoints in the transactions of this manager. */
  public Savepoints(PlatformTransactionManager transactions) {
    this.transactions = transactions;
  }

  /** Work with a checked outcome. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** Runs the work behind a savepoint; on a failure only its own changes are undone. */
  public void run(Work work) throws Exception {
    transactions.commit(runAndKeep(work));
  }

  /**
   * The same for work that is done once per transaction: the savepoint ends with the transaction,
   * which saves a round trip.
   *
   * @return the savepoint, which need not be released
   */
  public TransactionStatus runAndKeep(Work work) throws Exception {
    TransactionStatus savepoint =
        transactions.getTransaction(
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    try {
      work.run();
    } catch (Throwable failure) {
      rollback(savepoint, failure);
      throw failure;
    }
    return savepoint;
  }

  private void rollback(TransactionStatus savepoint, Throwable failure) {
    try {
      transactions.rollback(savepoint);
    } catch (RuntimeException connectionLost) {
      failure.addSuppressed(connectionLost);
    }
  }
}
