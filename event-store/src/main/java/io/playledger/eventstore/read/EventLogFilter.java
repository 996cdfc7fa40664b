package io.playledger.eventstore.read;

import java.time.Instant;

/**
 * The filter of an auditor; null means any. All conditions must hold.
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
    Long fromPosition,
    Long toPosition,
    String payloadType,
    String aggregateType,
    String aggregateId,
    String actor,
    String correlationId,
    Instant from,
    Instant to) {

  /** Every event. */
  public static EventLogFilter all() {
    return new EventLogFilter(null, null, null, null, null, null, null, null, null);
  }

  public EventLogFilter withPositions(Long first, Long last) {
    return new EventLogFilter(
        first, last, payloadType, aggregateType, aggregateId, actor, correlationId, from, to);
  }

  public EventLogFilter withPayloadType(String value) {
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

  public EventLogFilter withAggregate(String type, String id) {
    return new EventLogFilter(
        fromPosition, toPosition, payloadType, type, id, actor, correlationId, from, to);
  }

  public EventLogFilter withActor(String value) {
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

  public EventLogFilter withCorrelationId(String value) {
    return new EventLogFilter(
        fromPosition, toPosition, payloadType, aggregateType, aggregateId, actor, value, from, to);
  }

  public EventLogFilter withTimes(Instant first, Instant end) {
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
