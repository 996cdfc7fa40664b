package io.playledger.verification.proof.log;

import io.playledger.verification.http.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One row of the log as it lies there; payload and metadata are parsed when asked for. */
public final class LogRow {

  public static final String COLUMNS =
      "position, aggregate_type, aggregate_id, sequence_number, event_id, occurred_at,"
          + " payload_type, payload_revision, payload, metadata";

  private final long position;
  private final @Nullable String aggregateType;
  private final String aggregateId;
  private final long sequence;
  private final String eventId;
  private final Instant occurredAt;
  private final String payloadType;
  private final @Nullable String payloadRevision;
  private final String payload;
  private final String metadata;
  private @Nullable JsonNode json;
  private @Nullable JsonNode metadataJson;

  public LogRow(ResultSet row) throws SQLException {
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

  public long position() {
    return position;
  }

  /** The type of the aggregate; none: no aggregate published the event. */
  public @Nullable String aggregateType() {
    return aggregateType;
  }

  public String aggregateId() {
    return aggregateId;
  }

  public long sequence() {
    return sequence;
  }

  public String eventId() {
    return eventId;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  public String payloadType() {
    return payloadType;
  }

  public @Nullable String payloadRevision() {
    return payloadRevision;
  }

  public String payload() {
    return payload;
  }

  public String metadata() {
    return metadata;
  }

  /** The type without its package, for example {@code WalletCredited}. */
  public String type() {
    return payloadType.substring(payloadType.lastIndexOf('.') + 1);
  }

  public JsonNode json() {
    if (json == null) {
      json = Json.parse(payload.getBytes(StandardCharsets.UTF_8));
    }
    return json;
  }

  /** A member of the payload as text; empty where it is missing. */
  public String text(String member) {
    return json().path(member).asString("");
  }

  /** A member of the payload as an instant. */
  public Instant instant(String member) {
    return Instant.parse(text(member));
  }

  /** The command that stored it: all its events name the same message as their cause. */
  public String causation() {
    if (metadataJson == null) {
      metadataJson = Json.parse(metadata.getBytes(StandardCharsets.UTF_8));
    }
    return metadataJson.path("causationId").asString("");
  }

  /** For a message. */
  public String brief() {
    return type() + " of " + aggregateId + " (sequence " + sequence + ", event " + eventId + ")";
  }
}
