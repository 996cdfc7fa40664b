package io.playledger.eventstore.snapshot;

import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Ignores snapshots of aggregates whose state has changed its shape: a snapshot is used only if it
 * has the current {@code @Revision} of the aggregate's class (or neither has one). Otherwise the
 * aggregate is loaded from its events.
 */
public final class SnapshotsOfToday implements SnapshotFilter {

  private final Serializer serializer;
  private final RevisionResolver revisions = new AnnotationRevisionResolver();

  /**
   * @param serializer knows the class of a snapshot
   */
  public SnapshotsOfToday(Serializer serializer) {
    this.serializer = serializer;
  }

  @Override
  public boolean test(DomainEventData<?> snapshot) {
    SerializedType stored = snapshot.getPayload().getType();
    Class<?> today = serializer.classForType(stored);
    return !UnknownSerializedType.class.equals(today)
        && Objects.equals(stored.getRevision(), revisions.revisionOf(today));
  }
}
