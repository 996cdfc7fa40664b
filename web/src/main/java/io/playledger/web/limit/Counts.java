package io.playledger.web.limit;

import io.github.bucket4j.Bucket;

/** Where counts are kept. */
interface Counts extends AutoCloseable {

  /** The count under this key, full where there was none. */
  Bucket of(CountKey key, Limit limit);

  @Override
  void close();
}
