package io.playledger.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counters in {@code auth.rate_count}, shared by all nodes. For a small rate a node asks the
 * database on every request. For a rate of 100 or more it can admit up to 1 % of the requests, for
 * at most one second, before it updates the database.
 */
final class PostgresCounts implements Counts {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresCounts.class);

  private static final String TABLE = "auth.rate_count";
  private static final Duration UNTOLD_MAX = Duration.ofSeconds(1);
  private static final Duration KEPT_AFTER_FULL = Duration.ofMinutes(1);
  private static final int UNTOLD_SHARE = 100;
  private static final int REMOVED_AT_ONCE_MAX = 10_000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> shared;
  private final Cache<CountKey, Bucket> buckets;
  private final ScheduledExecutorService cleaner =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rate-counts").factory());

  PostgresCounts(DataSource database, int countsMax) {
    this.shared =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table(TABLE)
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_FULL))
            .build();
    this.buckets = Caffeine.newBuilder().maximumSize(countsMax).executor(Runnable::run).build();
    cleaner.scheduleWithFixedDelay(this::removeExpired, 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public Bucket of(CountKey key, Limit limit) {
    Bucket known = buckets.getIfPresent(key);
    return known != null ? known : buckets.get(key, absent -> bucket(key, limit));
  }

  private Bucket bucket(CountKey key, Limit limit) {
    RemoteBucketBuilder<String> bucket = shared.builder();
    long untold = limit.rate().requests() / UNTOLD_SHARE;
    if (untold > 0) {
      bucket.withOptimization(Optimizations.delaying(new DelayParameters(untold, UNTOLD_MAX)));
    }
    return bucket.build(key.text(), limit::bucket);
  }

  /** Deletes counters that have been full for a while, which equals a missing row. */
  void removeExpired() {
    try {
      while (shared.removeExpired(REMOVED_AT_ONCE_MAX) == REMOVED_AT_ONCE_MAX) {
        LOG.debug("{} full counts removed", REMOVED_AT_ONCE_MAX);
      }
    } catch (RuntimeException e) {
      LOG.warn("Refilled counters of requests could not be deleted", e);
    }
  }

  @Override
  public void close() {
    cleaner.shutdownNow();
  }
}
