package io.playledger.access.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the use of the master keys. */
public final class MasterKeyUses {

  private final MasterKeyTable table;
  private final SealedValues values;
  private final TransactionTemplate transactions;

  MasterKeyUses(JdbcClient database, TransactionTemplate transactions) {
    this.table = new MasterKeyTable(database);
    this.values = new SealedValues(database);
    this.transactions = transactions;
  }

  /**
   * The uses, the newest key first, and last the values that no key decrypts. Reads every encrypted
   * value.
   */
  public List<MasterKeyUse> count() {
    return transactions.execute(
        status -> {
          List<MasterKeyTable.Row> keys = table.all();
          Map<String, Long> counts = values.counts(keys);
          List<MasterKeyUse> uses = new ArrayList<>();
          for (MasterKeyTable.Row key : keys) {
            uses.add(new MasterKeyUse(key.id(), uses.isEmpty(), counts.get(key.id())));
          }
          long unknown = counts.get(SealedValues.UNKNOWN);
          if (unknown > 0) {
            uses.add(new MasterKeyUse(SealedValues.UNKNOWN, false, unknown));
          }
          return uses;
        });
  }

  /** Whether this is the newest key. */
  boolean seals(MasterKey key) {
    return table.all().getFirst().id().equals(key.id());
  }
}
