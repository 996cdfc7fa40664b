package io.playledger.verification.proof.control;

import io.playledger.verification.proof.log.CheckName;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Faults in the log itself. */
final class LogFaults {

  private static final String LAST_TRANSFER =
      """
      (SELECT max(position) FROM event_store.events
       WHERE payload_type = 'ledger.TransactionPosted')
      """;

  private LogFaults() {}

  static List<Control> all() {
    return List.of(
        new StoredFault("altered payload", CheckName.CHAIN_INTACT, sql -> one(sql, unbalanced())),
        new StoredFault(
            "altered metadata",
            CheckName.CHAIN_INTACT,
            sql ->
                one(
                    sql,
                    """
                    UPDATE event_store.events
                    SET metadata = (metadata::jsonb || '{"actorId":"somebody else"}')::json
                    WHERE position = 5
                    """)),
        new StoredFault(
            "chain skipping a field", CheckName.CHAIN_INTACT, ChainForger::forgeWithoutMetadata),
        new StoredFault(
            "posting that does not balance, under a chain computed anew",
            CheckName.POSTINGS_BALANCE,
            sql -> {
              one(sql, unbalanced());
              ChainForger.forge(sql);
            }),
        new StoredFault(
            "receipt with a wrong balance, under a chain computed anew",
            CheckName.RECEIPTS_MATCH,
            sql -> {
              one(
                  sql,
                  """
                  UPDATE event_store.events SET payload = jsonb_set(payload::jsonb, '{posted}',
                    to_jsonb((payload->>'posted')::bigint + 1))::json
                  WHERE position = (SELECT max(position) FROM event_store.events
                    WHERE payload_type = 'ledger.WalletDebited')
                  """);
              ChainForger.forge(sql);
            }),
        new StoredFault(
            "event deleted in the middle",
            CheckName.LOG_GAPLESS,
            sql -> one(sql, "DELETE FROM event_store.events WHERE position = " + LAST_TRANSFER)),
        new StoredFault(
            "sequence used twice, under a chain computed anew",
            CheckName.LOG_GAPLESS,
            LogFaults::twin),
        new StoredFault("log cut at its end", CheckName.LOG_NOT_TRUNCATED, LogFaults::truncate),
        new StoredFault(
            "log written anew as a whole",
            CheckName.LOG_NOT_TRUNCATED,
            sql -> {
              one(
                  sql,
                  """
                  UPDATE event_store.events
                  SET metadata = (metadata::jsonb || '{"requestId":"another"}')::json
                  WHERE position = 5
                  """);
              ChainForger.forge(sql);
            }),
        new StoredFault(
            "outcome lost",
            CheckName.ACKNOWLEDGED_ONCE,
            sql ->
                one(
                    sql,
                    """
                    DELETE FROM event_store.command_outcomes
                    WHERE NOT rejected AND position = (SELECT max(position)
                      FROM event_store.command_outcomes WHERE NOT rejected)
                    """)),
        new StoredFault(
            "escrow closed without its funds, under a chain computed anew",
            CheckName.ESCROW_ACCOUNTS_EQUAL_OPEN_ESCROWS,
            sql -> {
              one(
                  sql,
                  """
                  UPDATE event_store.events
                  SET payload = jsonb_set(payload::jsonb, '{postings}', '[]')::json
                  WHERE position = (SELECT min(position) FROM event_store.events
                    WHERE payload_type = 'escrow.EscrowReleased')
                  """);
              ChainForger.forge(sql);
            }),
        new StoredFault(
            "another rejection stored than was told",
            CheckName.REJECTIONS_KEPT,
            sql ->
                one(
                    sql,
                    """
                    UPDATE event_store.command_outcomes
                    SET result = replace(result, 'INSUFFICIENT_FUNDS', 'TRANSFER_TO_SELF')
                    WHERE (scope, key) = (SELECT scope, key FROM event_store.command_outcomes
                      WHERE rejected AND result LIKE '%INSUFFICIENT_FUNDS%' LIMIT 1)
                    """)),
        new StoredFault(
            "rejection told and then forgotten",
            CheckName.REJECTIONS_KEPT,
            sql ->
                one(
                    sql,
                    """
                    DELETE FROM event_store.command_outcomes
                    WHERE (scope, key) = (SELECT scope, key FROM event_store.command_outcomes
                      WHERE rejected AND result LIKE '%INSUFFICIENT_FUNDS%' LIMIT 1)
                    """)),
        new StoredFault(
            "snapshot of events that were never stored",
            CheckName.SNAPSHOTS_EQUAL_EVENTS,
            sql ->
                one(
                    sql,
                    """
                    UPDATE event_store.snapshots s
                    SET sequence_number = (SELECT max(e.sequence_number) + 1
                      FROM event_store.events e WHERE e.aggregate_id = s.aggregate_id)
                    WHERE (aggregate_id, sequence_number) = (
                      SELECT aggregate_id, max(sequence_number) FROM event_store.snapshots
                      WHERE aggregate_type = 'ledger.Wallet' GROUP BY aggregate_id LIMIT 1)
                    """)),
        new StoredFault(
            "snapshot with a wrong balance",
            CheckName.SNAPSHOTS_EQUAL_EVENTS,
            sql ->
                one(
                    sql,
                    """
                    UPDATE event_store.snapshots
                    SET payload = jsonb_set(payload::jsonb, '{posted,GOLD}', '1')::text
                    WHERE (aggregate_id, sequence_number) = (
                      SELECT aggregate_id, max(sequence_number) FROM event_store.snapshots
                      WHERE aggregate_type = 'ledger.Wallet' GROUP BY aggregate_id LIMIT 1)
                    """)));
  }

  private static String unbalanced() {
    return """
    UPDATE event_store.events SET payload = jsonb_set(payload::jsonb, '{postings,0,units}',
      to_jsonb((payload->'postings'->0->>'units')::bigint - 1))::json
    WHERE position = %s
    """
        .formatted(LAST_TRANSFER);
  }

  /** Another event takes the place and the sequence of the first of its aggregate. */
  private static void twin(JdbcTemplate sql) {
    sql.execute("ALTER TABLE event_store.events DROP CONSTRAINT events_aggregate_sequence");
    one(
        sql,
        """
        UPDATE event_store.events e SET sequence_number = e.sequence_number - 1
        WHERE position = (SELECT max(position) FROM event_store.events
          WHERE payload_type = 'ledger.WalletDebited')
        """);
    ChainForger.forge(sql);
  }

  /** The last batch, and all that came of it. */
  private static void truncate(JdbcTemplate sql) {
    Long first =
        sql.queryForObject(
            "SELECT max(first_position) FROM event_store.chain WHERE last_position > 0",
            Long.class);
    sql.update("DELETE FROM event_store.events WHERE position >= ?", first);
    sql.update("DELETE FROM event_store.chain WHERE last_position >= ?", first);
    sql.update("DELETE FROM event_store.command_outcomes WHERE position >= ?", first);
  }

  static void one(JdbcTemplate sql, String update) {
    int rows = sql.update(update);
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows instead of one: " + update);
    }
  }
}
