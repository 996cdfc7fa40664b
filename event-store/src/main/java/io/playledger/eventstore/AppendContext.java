package io.playledger.eventstore;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a command wants stored with its events, and where they came to lie. Put one on the command's
 * unit of work with {@link #attachTo} before the handler runs.
 *
 * <p>The result is asked for when the events are appended: during prepareCommit, on the thread of
 * the unit of work, when {@code CurrentUnitOfWork.get().root().getExecutionResult()} is set. The
 * outcome row is written with the command's first append and in its transaction; a command without
 * events writes none.
 */
public final class AppendContext {

  /** Resource under which the root unit of work carries its context. */
  public static final String RESOURCE_KEY = "io.playledger.eventstore.AppendContext";

  private final CommandKey commandKey;
  private final Supplier<String> resultJson;
  private boolean outcomeStored;
  private long firstPosition;
  private long lastPosition;

  private AppendContext(CommandKey commandKey, Supplier<String> resultJson) {
    this.commandKey = commandKey;
    this.resultJson = resultJson;
  }

  /** For a command without a key: it only learns its positions. */
  public static AppendContext withoutKey() {
    return new AppendContext(null, () -> null);
  }

  /**
   * For a keyed command.
   *
   * @param resultJson yields the command's result as JSON, or null where it has none
   */
  public static AppendContext keyed(CommandKey commandKey, Supplier<String> resultJson) {
    return new AppendContext(
        Objects.requireNonNull(commandKey, "commandKey"),
        Objects.requireNonNull(resultJson, "resultJson"));
  }

  /** The context of the current root unit of work, if any carries one. */
  public static Optional<AppendContext> current() {
    if (!CurrentUnitOfWork.isStarted()) {
      return Optional.empty();
    }
    return Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(RESOURCE_KEY));
  }

  public void attachTo(UnitOfWork<?> unitOfWork) {
    unitOfWork.root().resources().put(RESOURCE_KEY, this);
  }

  public Optional<CommandKey> commandKey() {
    return Optional.ofNullable(commandKey);
  }

  /** Position of the command's first event, once it is durable. */
  public OptionalLong firstPosition() {
    return firstPosition == 0 ? OptionalLong.empty() : OptionalLong.of(firstPosition);
  }

  /** Position of the command's last event, once it is durable. */
  public OptionalLong lastPosition() {
    return lastPosition == 0 ? OptionalLong.empty() : OptionalLong.of(lastPosition);
  }

  /** For engines: the outcome to store with the next append; null when there is none (left). */
  public OutcomeDraft outcomeDraft() {
    if (commandKey == null || outcomeStored) {
      return null;
    }
    return new OutcomeDraft(commandKey, resultJson.get());
  }

  /** For engines: where the append came to lie, once it is durable. */
  public void stored(long first, long last) {
    outcomeStored = true;
    if (firstPosition == 0) {
      firstPosition = first;
    }
    lastPosition = last;
  }
}
