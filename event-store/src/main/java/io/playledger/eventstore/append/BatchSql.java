package io.playledger.eventstore.append;

import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.read.EventRows;

/** The statements of the writer. */
record BatchSql(
    String append, String lock, String takenSequences, String takenKeys, String storedCommands) {

  static BatchSql of(SchemaName schema) {
    return new BatchSql(
        append(schema),
        "SELECT pg_advisory_xact_lock(%d)".formatted(schema.lockKey()),
        """
        SELECT wanted.ordinal
        FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY
          AS wanted(aggregate_id, sequence_number, ordinal)
        JOIN %s AS e USING (aggregate_id, sequence_number)
        """
            .formatted(schema.table("events")),
        """
        SELECT o.scope, o.key, o.request_hash, o.position, o.rejected, o.result, o.stored_at,
          wanted.ordinal
        FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted(scope, key, ordinal)
        JOIN %s AS o ON o.scope = wanted.scope AND o.key = wanted.key::uuid
        """
            .formatted(schema.table("command_outcomes")),
        """
        SELECT wanted.ordinal, e.position
        FROM unnest(?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY
          AS wanted(aggregate_id, sequence_number, event_id, ordinal)
        JOIN %s AS e USING (aggregate_id, sequence_number)
        WHERE e.event_id = wanted.event_id
        """
            .formatted(schema.table("events")));
  }

  /**
   * One round trip and, sent in autocommit, one transaction. The lock is a statement of its own:
   * the next one's snapshot must be taken while the lock is held. If an aggregate that a command
   * has read has changed, there is no head, so nothing is stored and no row is returned.
   */
  private static String append(SchemaName schema) {
    return """
    SELECT pg_advisory_xact_lock(%1$d);
    WITH head AS MATERIALIZED (
      SELECT last_position, hash FROM %2$s
      WHERE NOT EXISTS (SELECT FROM %6$s)
      ORDER BY last_position DESC LIMIT 1
    ), stored AS (
      INSERT INTO %3$s (position, aggregate_id, sequence_number, aggregate_type, event_id,
        occurred_at, payload_type, payload_revision, payload, metadata)
      SELECT head.last_position + e.ordinal, e.aggregate_id, e.sequence_number, e.aggregate_type,
        e.event_id, timestamptz 'epoch' + e.occurred_at_micros * interval '1 microsecond',
        e.payload_type, e.payload_revision, e.payload::json, e.metadata::json
      FROM head CROSS JOIN unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
          ?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
        AS e(aggregate_id, sequence_number, aggregate_type, event_id, occurred_at_micros,
          payload_type, payload_revision, payload, metadata, ordinal)
    ), answered AS (
      INSERT INTO %4$s (scope, key, request_hash, position, rejected, result, stored_at)
      SELECT o.scope, o.key::uuid, o.request_hash, head.last_position + o.last_ordinal, false,
        o.result, clock_timestamp()
      FROM head CROSS JOIN unnest(?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::text[])
        AS o(scope, key, request_hash, last_ordinal, result)
    ), batch AS (
      SELECT last_position + 1 AS first, last_position + ?::bigint AS last, hash AS previous,
        ?::bytea AS digests
      FROM head
    )
    INSERT INTO %2$s (first_position, last_position, previous_hash, hash, event_digests, stored_at)
    SELECT first, last, previous,
      sha256(previous || int8send(first) || int8send(last) || digests), digests,
      clock_timestamp()
    FROM batch
    RETURNING first_position, pg_notify('%5$s', ?::text)
    """
        .formatted(
            schema.lockKey(),
            schema.table("chain"),
            schema.table("events"),
            schema.table("command_outcomes"),
            schema.channel(),
            EventRows.goneOn(schema.table("events")));
  }
}
