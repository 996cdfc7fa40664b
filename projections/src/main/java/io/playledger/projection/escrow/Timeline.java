package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.EscrowTimeline.ESCROW_TIMELINE;

import io.playledger.api.Event;
import io.playledger.api.MetadataKeys;
import io.playledger.projection.MultiRow;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Rows of escrow timelines that a batch has gathered. */
final class Timeline {

  private static final MultiRow ROWS =
      MultiRow.of(
          ESCROW_TIMELINE,
          ESCROW_TIMELINE.ESCROW,
          ESCROW_TIMELINE.POSITION,
          ESCROW_TIMELINE.AT,
          ESCROW_TIMELINE.TYPE,
          ESCROW_TIMELINE.ACTOR,
          ESCROW_TIMELINE.ACTOR_ROLE,
          ESCROW_TIMELINE.WORDS,
          ESCROW_TIMELINE.DEADLINE,
          ESCROW_TIMELINE.CONFIDENTIAL,
          ESCROW_TIMELINE.FACTS,
          ESCROW_TIMELINE.EVENT_ID,
          ESCROW_TIMELINE.CAUSATION_ID,
          ESCROW_TIMELINE.CORRELATION_ID);

  private static final String ADD = ROWS.insert();

  private final MultiRow.Rows rows = ROWS.rows();

  void add(TimelineEntry entry, EventMessage<?> message, long position) {
    MetaData metadata = message.getMetaData();
    rows.add(
        entry.escrow(),
        position,
        ((Event) message.getPayload()).at(),
        message.getPayloadType().getSimpleName(),
        text(metadata, MetadataKeys.ACTOR_ID),
        text(metadata, MetadataKeys.ACTOR_ROLE),
        entry.words(),
        entry.deadline(),
        entry.confidential(),
        entry.facts(),
        message.getIdentifier(),
        text(metadata, MetadataKeys.CAUSATION_ID),
        text(metadata, MetadataKeys.CORRELATION_ID));
  }

  void writeTo(DSLContext sql) {
    rows.execute(sql, ADD);
  }

  private static @Nullable String text(MetaData metadata, String key) {
    Object value = metadata.get(key);
    return value == null ? null : value.toString();
  }
}
