package io.playledger.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Blocks clients that continue after 429: for a moment the first time, longer each further time.
 * Each node keeps its own delays, so that a flood does not burden the database.
 */
final class Delays {

  private final RateLimitSettings.Delay settings;
  private final LongSupplier nanos;
  private final Cache<CountKey, Standing> standings;

  Delays(RateLimitSettings.Delay settings, int keptMax, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
    this.standings =
        Caffeine.newBuilder()
            .maximumSize(keptMax)
            .expireAfterWrite(settings.forgottenAfter())
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  private record Standing(Duration delay, long untilNanos) {}

  /** The rest of the delay; zero or less if there is none. */
  long nanosLeft(CountKey key) {
    Standing standing = standings.getIfPresent(key);
    return standing == null ? 0 : standing.untilNanos() - nanos.getAsLong();
  }

  /** Records a refusal that was not announced by a delay. Returns the new delay in nanoseconds. */
  long refused(CountKey key) {
    if (settings.first().isZero()) {
      return 0;
    }
    long now = nanos.getAsLong();
    Standing standing =
        standings
            .asMap()
            .compute(
                key, (same, before) -> standsUntil(before, now) ? before : longer(before, now));
    return standing.untilNanos() - now;
  }

  /** Requests in progress at the same time are refused together and count once. */
  private static boolean standsUntil(@Nullable Standing before, long now) {
    return before != null && before.untilNanos() - now > 0;
  }

  private Standing longer(@Nullable Standing before, long now) {
    Duration delay =
        before == null ? settings.first() : before.delay().multipliedBy(settings.factor());
    if (delay.compareTo(settings.max()) > 0) {
      delay = settings.max();
    }
    return new Standing(delay, now + TimeUnit.NANOSECONDS.convert(delay));
  }
}
