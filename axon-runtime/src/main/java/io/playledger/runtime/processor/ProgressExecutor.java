package io.playledger.runtime.processor;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The workers of a processor, which report possible progress after each task. */
final class ProgressExecutor extends ScheduledThreadPoolExecutor {

  private final Runnable progressed;

  ProgressExecutor(String processor, int threads, Runnable progressed) {
    super(threads, Thread.ofPlatform().daemon().name(processor + "-", 0).factory());
    this.progressed = progressed;
    setRemoveOnCancelPolicy(true);
  }

  @Override
  protected void afterExecute(Runnable work, Throwable failure) {
    super.afterExecute(work, failure);
    progressed.run();
  }
}
