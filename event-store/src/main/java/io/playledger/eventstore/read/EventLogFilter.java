package io.playledger.eventstore.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The filter of an auditor; A missing condition means any. All conditions must hold.
 *
 * @param fromPosition first position
 * @param toPosition last position
 * @param payloadType stored name of the event ({@code ledger.WalletDebited}), or its last part
 * @param aggregateType stored name of the aggregate ({@code ledger.Wallet}), or its last part
 * @param aggregateId id of the aggregate; answered from an index
 * @param actor actor in the metadata
 * @param correlationId correlation id in the metadata
 * @param from first instant
 * @param to end, exclusive
 */
public record EventLogFilter(
    @Nullable Long fromPosition,
    @Nullable Long toPosition,
    @Nullable String payloadType,
    @Nullable String aggregateType,
    @Nullable String aggregateId,
    @Nullable String actor,
    @Nullable String correlationId,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Every event. */
  public static EventLogFilter all() {
    return new EventLogFilter(null, null, null, null, null, null, null, null, null);
  }

  public EventLogFilter withPositions(@Nullable Long first, @Nullable Long last) {
    return new EventLogFilter(
        first, last, payloadType, aggregateType, aggregateId, actor, correlationId, from, to);
  }

  public EventLogFilter withPayloadType(@Nullable String value) {
    return new EventLogFilter(
        fromPosition,
        toPosition,
        value,
        aggregateType,
        aggregateId,
        actor,
        correlationId,
        from,
        to);
  }

  public EventLogFilter withAggregate(@Nullable String type, @Nullable String id) {
    return new EventLogFilter(
        fromPosition, toPosition, payloadType, type, id, actor, correlationId, from, to);
  }

  public EventLogFilter withActor(@Nullable String value) {
    return new EventLogFilter(
        fromPosition,
        toPosition,
        payloadType,
        aggregateType,
        aggregateId,
        value,
        correlationId,
        from,
        to);
  }

  public EventLogFilter withCorrelationId(@Nullable String value) {
    return new EventLogFilter(
        fromPosition, toPosition, payloadType, aggregateType, aggregateId, actor, value, from, to);
  }

  public EventLogFilter withTimes(@Nullable Instant first, @Nullable Instant end) {
    return new EventLogFilter(
        fromPosition,
        toPosition,
        payloadType,
        aggregateType,
        aggregateId,
        actor,
        correlationId,
        first,
        end);
  }
}
