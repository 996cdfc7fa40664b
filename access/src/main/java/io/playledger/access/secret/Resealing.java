package io.playledger.access.secret;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Re-encrypts values of former master keys under the newest one, some at a time. A stop in between
 * loses nothing because each value names its key. Only nodes that encrypt under the newest key take
 * part, and a node with a single key has nothing to do. The meter {@code playledger.resealing.left}
 * reports the number of values under other keys.
 */
final class Resealing implements SchedulingConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

  private final MasterKeyUses uses;
  private final Supplier<ResealingPass> passes;
  private final Secrets secrets;
  private final ResealingSettings settings;
  private final Clock clock;
  private final AtomicLong left = new AtomicLong();
  private Optional<ResealingPass> pass = Optional.empty();
  private Instant nextLook = Instant.MIN;

  Resealing(
      MasterKeyUses uses,
      Supplier<ResealingPass> passes,
      Secrets secrets,
      ResealingSettings settings,
      MeterRegistry registry,
      Clock clock) {
    this.uses = uses;
    this.passes = passes;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
    Gauge.builder("playledger.resealing.left", left, AtomicLong::get)
        .description("Sealed values that are not under the newest master key")
        .register(registry);
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (secrets.hasFormerKeys()) {
      tasks.addFixedDelayTask(this::keepUp, settings.period());
    }
  }

  /** The scheduler logs a failure, and the next run continues. */
  void keepUp() {
    if (pass.isEmpty() && !clock.instant().isBefore(nextLook)) {
      nextLook = clock.instant().plus(settings.pause());
      if (uses.seals(secrets.sealing()) && count() > 0) {
        pass = Optional.of(passes.get());
      }
    }
    pass.ifPresent(this::goOn);
  }

  private void goOn(ResealingPass going) {
    for (int i = 0; i < settings.batchesMax() && !going.isOver(); i++) {
      going.goOn(settings.batchRowsMax());
    }
    if (going.isOver()) {
      pass = Optional.empty();
      nextLook = clock.instant().plus(settings.pause());
      LOG.info(
          "Re-encrypted {} values under master key {}; {} are under other keys",
          going.resealed(),
          secrets.sealing().id(),
          count());
    }
  }

  private long count() {
    left.set(
        uses.count().stream().filter(use -> !use.seals()).mapToLong(MasterKeyUse::values).sum());
    return left.get();
  }
}
