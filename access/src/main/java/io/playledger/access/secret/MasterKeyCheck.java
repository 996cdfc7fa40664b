package io.playledger.access.secret;

import io.playledger.access.StartRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the given master keys with those under which values are encrypted. A start without a
 * needed key is refused, and a key that is no longer needed is removed from the list. Values are
 * counted only if a key is missing.
 */
final class MasterKeyCheck {

  private final JdbcClient database;
  private final MasterKeyTable table;

  MasterKeyCheck(JdbcClient database) {
    this.database = database;
    this.table = new MasterKeyTable(database);
  }

  /**
   * Records the first key as the one that encrypts. Call this in a transaction.
   *
   * @return in a database from before values named their key, and only the first time: the key
   *     under which they are encrypted
   * @throws StartRefusedException MASTER_KEY_UNKNOWN, MASTER_KEY_STILL_NEEDED
   */
  Optional<MasterKey> enter(List<MasterKey> given) {
    if (isSettled(table.all(), given)) {
      return Optional.empty();
    }
    table.lock();
    Optional<MasterKey> unnamed = Optional.empty();
    if (table.all().isEmpty()) {
      unnamed = sealedBefore(given);
      unnamed.ifPresent(key -> table.enter(new MasterKeyTable.Row(key.id(), true)));
    }
    List<MasterKeyTable.Row> known = table.all();
    List<MasterKeyTable.Row> missing = missing(known, given);
    if (!missing.isEmpty()) {
      requireUnused(missing, known);
      missing.forEach(row -> table.delete(row.id()));
    }
    if (!isNewest(given.getFirst(), known)) {
      table.enter(new MasterKeyTable.Row(given.getFirst().id(), false));
    }
    return unnamed;
  }

  /** Whether nothing has changed, as at most starts, which then need no lock. */
  private static boolean isSettled(List<MasterKeyTable.Row> known, List<MasterKey> given) {
    return isNewest(given.getFirst(), known) && missing(known, given).isEmpty();
  }

  private static boolean isNewest(MasterKey key, List<MasterKeyTable.Row> known) {
    return !known.isEmpty() && is(known.getFirst()).test(key);
  }

  private static List<MasterKeyTable.Row> missing(
      List<MasterKeyTable.Row> known, List<MasterKey> given) {
    return known.stream().filter(row -> given.stream().noneMatch(is(row))).toList();
  }

  private void requireUnused(List<MasterKeyTable.Row> missing, List<MasterKeyTable.Row> known) {
    if (missing.size() == known.size()) {
      throw unknown("That is sealed under master key " + ids(missing) + ". ");
    }
    Map<String, Long> counts = new SealedValues(database).counts(known);
    long values = missing.stream().mapToLong(row -> counts.get(row.id())).sum();
    if (values > 0) {
      throw new StartRefusedException(
          "MASTER_KEY_STILL_NEEDED: %d values are still encrypted under master key %s. Add it to"
                  .formatted(values, ids(missing))
              + " PLAYLEDGER_PREVIOUS_MASTER_KEYS until GET /api/v1/admin/master-keys says 0.");
    }
  }

  /**
   * The given key that decrypts a signing key, which every installation has from its first start.
   */
  private Optional<MasterKey> sealedBefore(List<MasterKey> given) {
    record Signing(byte[] context, byte[] sealed) {}
    Optional<Signing> signing =
        database
            .sql("SELECT kid, sealed FROM auth.signing_key ORDER BY generation DESC LIMIT 1")
            .query(
                (row, number) ->
                    new Signing(
                        row.getString("kid").getBytes(StandardCharsets.UTF_8),
                        row.getBytes("sealed")))
            .optional();
    return signing.map(
        value ->
            given.stream()
                .filter(key -> opens(key, value.sealed(), value.context()))
                .findFirst()
                .orElseThrow(() -> unknown("")));
  }

  private static boolean opens(MasterKey key, byte[] sealed, byte[] context) {
    return new SingleKeyBox(key.derive(SealedData.SIGNING_KEYS.purpose()))
        .tryOpen(sealed, context)
        .isPresent();
  }

  private static StartRefusedException unknown(String which) {
    return new StartRefusedException(
        "MASTER_KEY_UNKNOWN: None of the given master keys decrypts the values of this database. "
            + which
            + "Give the right one as PLAYLEDGER_MASTER_KEY or, to change to another one, as"
            + " PLAYLEDGER_PREVIOUS_MASTER_KEYS.");
  }

  private static Predicate<MasterKey> is(MasterKeyTable.Row row) {
    return key -> key.id().equals(row.id());
  }

  private static String ids(List<MasterKeyTable.Row> rows) {
    return rows.stream().map(MasterKeyTable.Row::id).collect(Collectors.joining(", "));
  }
}
