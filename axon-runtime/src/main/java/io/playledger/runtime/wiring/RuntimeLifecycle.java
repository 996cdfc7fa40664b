package io.playledger.runtime.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.rebuild.ShadowRebuilder;
import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the parts in their order, before the web server accepts requests, and stops them in
 * reverse order. Refuses to start on a configuration that could lose data.
 */
final class RuntimeLifecycle implements SmartLifecycle {

  private final StartUpCheck check;
  private final Configuration axon;
  private final EventProcessors processors;
  private final ShadowRebuilder rebuilder;
  private final Scheduler deadlines;
  private boolean running;

  RuntimeLifecycle(
      StartUpCheck check,
      Configuration axon,
      EventProcessors processors,
      ShadowRebuilder rebuilder,
      Scheduler deadlines) {
    this.check = check;
    this.axon = axon;
    this.processors = processors;
    this.rebuilder = rebuilder;
    this.deadlines = deadlines;
  }

  @Override
  public void start() {
    check.run();
    rebuilder.endCrashed();
    axon.start();
    processors.start();
    deadlines.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    deadlines.stop();
    rebuilder.close();
    processors.stop();
    axon.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The phase before the web server, which starts last. */
  @Override
  public int getPhase() {
    return 0;
  }
}
