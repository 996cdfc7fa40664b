package io.playledger.access.identity.erasure;

import io.playledger.access.identity.following.AccountFollowing;
import io.playledger.access.identity.following.ErasureTable;
import io.playledger.api.identity.PlayerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Completes erasures that a crash interrupted after their event, and clears the traces of deleted
 * rows in PostgreSQL.
 */
final class ErasureUpkeep implements SchedulingConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureUpkeep.class);
  private static final int AT_A_TIME = 100;

  /**
   * Longer than any request: an erasure without an event after this time was rejected or never
   * sent.
   */
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

  private final ErasureTable erasures;
  private final AccountFollowing following;
  private final ErasedTraces traces;
  private final ErasureSettings settings;
  private final Clock clock;

  ErasureUpkeep(
      ErasureTable erasures,
      AccountFollowing following,
      ErasedTraces traces,
      ErasureSettings settings,
      Clock clock) {
    this.erasures = erasures;
    this.following = following;
    this.traces = traces;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::keepUp, settings.period());
  }

  /** The scheduler logs a failure, and the next run tries again. */
  void keepUp() {
    Instant now = clock.instant();
    finish(now.minus(settings.period()));
    erasures.unfinished(now.minus(GIVEN_UP_AFTER), AT_A_TIME).forEach(erasures::dropped);
    Optional<Instant> last = erasures.lastFinished();
    if (last.isPresent() && last.get().isBefore(now.minus(settings.period()))) {
      traces.clearOlderThan(last.get().plus(settings.period()));
    }
  }

  /** Erasures that were requested before the given time and whose event is in the log. */
  void finish(Instant askedBefore) {
    for (PlayerId player : erasures.unfinished(askedBefore, AT_A_TIME)) {
      LOG.info("Completing an interrupted erasure: {}", player);
      following.follow(player);
    }
  }
}
