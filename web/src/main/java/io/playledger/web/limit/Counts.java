package io.playledger.web.limit;

import io.github.bucket4j.Bucket;

/** The store of the counters. */
interface Counts extends AutoCloseable {

  /** The counter of this key; a new counter is full. */
  Bucket of(CountKey key, Limit limit);

  @Override
  void close();
}
