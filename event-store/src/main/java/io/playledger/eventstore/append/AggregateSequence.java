package io.playledger.eventstore.append;

/** A place in an aggregate's history, which only one event can take. */
record AggregateSequence(String aggregateId, long sequence) {

  AggregateSequence next() {
    return new AggregateSequence(aggregateId, sequence + 1);
  }
}
