package io.playledger.eventstore;

/** A place in an aggregate's history; one event only may take it. */
record AggregateSequence(String aggregateId, long sequence) {

  AggregateSequence next() {
    return new AggregateSequence(aggregateId, sequence + 1);
  }
}
