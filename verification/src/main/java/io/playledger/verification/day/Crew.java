package io.playledger.verification.day;

import io.playledger.verification.measure.Findings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Runs scripts on virtual threads, so many at a time. */
final class Crew {

  private final Semaphore places;
  private final Findings findings;
  private final Progress progress;

  Crew(int atATime, Findings findings, Progress progress) {
    this.places = new Semaphore(atATime);
    this.findings = findings;
    this.progress = progress;
  }

  /**
   * One script.
   *
   * @param name for a finding
   */
  record Script(String name, Runnable play) {}

  /** Comes back when all have ended, well or badly. */
  void play(List<Script> scripts) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Script script : scripts) {
        places.acquireUninterruptibly();
        threads.execute(
            () -> {
              try {
                play(script);
              } finally {
                places.release();
              }
            });
      }
    }
  }

  private void play(Script script) {
    try {
      script.play().run();
    } catch (ScriptEnded known) {
      // why is among the findings already; the others play on
    } catch (RuntimeException failed) {
      findings.add("script failed", script.name() + ": " + failed);
    }
    progress.step();
  }
}
