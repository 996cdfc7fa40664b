package io.playledger.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;

/** Counters in memory, up to a limit. */
final class MemoryCounts implements Counts {

  private final Cache<CountKey, Bucket> buckets;
  private final TimeMeter clock;

  MemoryCounts(int countsMax, TimeMeter clock) {
    this.buckets = Caffeine.newBuilder().maximumSize(countsMax).executor(Runnable::run).build();
    this.clock = clock;
  }

  @Override
  public Bucket of(CountKey key, Limit limit) {
    Bucket known = buckets.getIfPresent(key);
    return known != null ? known : buckets.get(key, absent -> full(limit));
  }

  private Bucket full(Limit limit) {
    LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(clock);
    for (Bandwidth bandwidth : limit.bucket().getBandwidths()) {
      bucket.addLimit(bandwidth);
    }
    return bucket.build();
  }

  /** The current number of counters. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  @Override
  public void close() {
    buckets.invalidateAll();
  }
}
