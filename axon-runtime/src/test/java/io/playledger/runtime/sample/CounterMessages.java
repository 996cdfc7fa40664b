package io.playledger.runtime.sample;

import java.util.Map;
import org.axonframework.serialization.Revision;

/** The messages of a small context for tests. */
public final class CounterMessages {

  private CounterMessages() {}

  /** The types that are stored, by their names. */
  public static Map<String, Class<?>> names() {
    return Map.of(
        "counter.CounterOpened", CounterOpened.class,
        "counter.CounterStepped", CounterStepped.class,
        "counter.CounterClosed", CounterClosed.class,
        "counter.Total", Total.class);
  }

  public interface CounterCommand {
    String counterId();
  }

  public record OpenCounter(String counterId) implements CounterCommand {}

  public record Step(String counterId, long by) implements CounterCommand {}

  /** Goes down again. */
  public record StepDown(String counterId, long by) implements CounterCommand {}

  /** Raises the total to at least that. */
  public record RaiseTo(String counterId, long total) implements CounterCommand {}

  /** Steps both or none; its result is the sum of the new totals. */
  public record StepBoth(String one, String another, long by) {}

  /** Raises a counter to the total of another one, which stays as it is. */
  public record CopyTotal(String from, String to) {}

  public record CloseCounter(String counterId) implements CounterCommand {}

  public record CounterOpened(String counterId) {}

  /** In its first revision {@code by} was called {@code step}. */
  @Revision("2")
  public record CounterStepped(String counterId, long by, long total) {}

  public record CounterClosed(String counterId) {}

  public record CloseDue(String counterId) {}

  /** A command's result. */
  public record Total(long total) {}

  /** The rejection of the context. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
      super(reason);
    }
  }
}
