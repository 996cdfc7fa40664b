package io.playledger.verification.day;

import io.playledger.verification.measure.Findings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Runs scripts on virtual threads, with a limit of parallel ones. */
public final class Crew {

  private final Semaphore places;
  private final Findings findings;
  private final Progress progress;

  public Crew(int atATime, Findings findings, Progress progress) {
    this.places = new Semaphore(atATime);
    this.findings = findings;
    this.progress = progress;
  }

  /**
   * One script.
   *
   * @param name for a finding
   */
  public record Script(String name, Runnable play) {}

  /** Returns when all have ended, successfully or not. */
  public void play(List<Script> scripts) {
    play(scripts, () -> false);
  }

  /**
   * Starts no further script once the condition holds, and returns when the started ones have
   * ended.
   */
  public void play(List<Script> scripts, BooleanSupplier enough) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Script script : scripts) {
        places.acquireUninterruptibly();
        if (enough.getAsBoolean()) {
          places.release();
          return;
        }
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
