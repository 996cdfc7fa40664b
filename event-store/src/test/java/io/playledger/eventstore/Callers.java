package io.playledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands on threads of their own. */
final class Callers implements AutoCloseable {
  private static final long ANSWER_SECONDS_MAX = 60;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> calls = new ArrayList<>();

  Future<?> call(Runnable command) {
    Future<?> call = threads.submit(command);
    calls.add(call);
    return call;
  }

  <T> Future<T> ask(Callable<T> question) {
    return threads.submit(question);
  }

  /** What each call ended with: null for success. */
  List<Throwable> outcomes() {
    return calls.stream().map(Callers::outcome).toList();
  }

  static Throwable outcome(Future<?> call) {
    try {
      call.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("A caller got no answer", e);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
