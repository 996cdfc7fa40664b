package io.playledger.server.config;

import io.playledger.eventstore.OutcomeRetention;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Deletes old answers periodically, in small transactions. */
final class OutcomeUpkeep implements SchedulingConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeUpkeep.class);

  private final OutcomeRetention retention;
  private final OutcomeSettings settings;

  OutcomeUpkeep(OutcomeRetention retention, OutcomeSettings settings) {
    this.retention = retention;
    this.settings = settings;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::keepUp, settings.cleaningPeriod());
  }

  /** The scheduler logs a failure, and the next run tries again. */
  void keepUp() {
    Instant before = retention.before(settings.keptFor());
    long forgotten = 0;
    int batch;
    do {
      batch = retention.forget(before, settings.batchRowsMax());
      forgotten += batch;
    } while (batch == settings.batchRowsMax());
    if (forgotten > 0) {
      LOG.info("Deleted {} answers to commands from before {}", forgotten, before);
    }
  }
}
