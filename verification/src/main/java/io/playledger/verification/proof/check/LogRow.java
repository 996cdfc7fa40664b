package io.playledger.verification.proof.check;

import io.playledger.verification.http.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/** One row of the log as it lies there; payload and metadata are parsed when asked for. */
final class LogRow {

  static final String COLUMNS =
      "position, aggregate_type, aggregate_id, sequence_number, event_id, occurred_at,"
          + " payload_type, payload_revision, payload, metadata";

  private final long position;
  private final String aggregateType;
  private final String aggregateId;
  private final long sequence;
  private final String eventId;
  private final Instant occurredAt;
  private final String payloadType;
  private final String payloadRevision;
  private final String payload;
  private final String metadata;
  private JsonNode json;
  private JsonNode metadataJson;

  LogRow(ResultSet row) throws SQLException {
    position = row.getLong(1);
    aggregateType = row.getString(2);
    aggregateId = row.getString(3);
    sequence = row.getLong(4);
    eventId = row.getString(5);
    occurredAt = row.getObject(6, OffsetDateTime.class).toInstant();
    payloadType = row.getString(7);
    payloadRevision = row.getString(8);
    payload = row.getString(9);
    metadata = row.getString(10);
  }

  long position() {
    return position;
  }

  /** Null for an event that no aggregate published. */
  String aggregateType() {
    return aggregateType;
  }

  String aggregateId() {
    return aggregateId;
  }

  long sequence() {
    return sequence;
  }

  String eventId() {
    return eventId;
  }

  Instant occurredAt() {
    return occurredAt;
  }

  String payloadType() {
    return payloadType;
  }

  /** Null for none. */
  String payloadRevision() {
    return payloadRevision;
  }

  String payload() {
    return payload;
  }

  String metadata() {
    return metadata;
  }

  /** The type without its package, for example {@code WalletCredited}. */
  String type() {
    return payloadType.substring(payloadType.lastIndexOf('.') + 1);
  }

  JsonNode json() {
    if (json == null) {
      json = Json.parse(payload.getBytes(StandardCharsets.UTF_8));
    }
    return json;
  }

  /** A member of the payload as text; empty where it is missing. */
  String text(String member) {
    return json().path(member).asString("");
  }

  /** A member of the payload as an instant. */
  Instant instant(String member) {
    return Instant.parse(text(member));
  }

  /** The command that stored it: all its events name the same message as their cause. */
  String causation() {
    if (metadataJson == null) {
      metadataJson = Json.parse(metadata.getBytes(StandardCharsets.UTF_8));
    }
    return metadataJson.path("causationId").asString("");
  }

  /** For a message. */
  String brief() {
    return type() + " of " + aggregateId + " (sequence " + sequence + ", event " + eventId + ")";
  }
}
