package io.playledger.eventstore.append;

import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.OutcomeDraft;
import io.playledger.eventstore.PostgresEventStorageEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The outcome that a command stores with its events, and the positions of the events. Put one on
 * the command's unit of work with {@link #attachTo} before the handler runs.
 *
 * <p>The result is asked for when the events are appended: during prepareCommit, on the thread of
 * the unit of work, when {@code CurrentUnitOfWork.get().root().getExecutionResult()} is set. The
 * outcome row is written with the command's first append and in its transaction; a command without
 * events writes none.
 *
 * <p>A caller of {@link #defer} must call {@link #awaitStored} before the command is answered. In
 * between, other commands can continue from its result; they call {@link #restOn}.
 */
public final class AppendContext {

  /** Resource under which the root unit of work carries its context. */
  public static final String RESOURCE_KEY = "io.playledger.eventstore.append.AppendContext";

  private final @Nullable CommandKey commandKey;
  private final Supplier<@Nullable String> resultJson;
  private boolean outcomeStored;
  private long firstPosition;
  private long lastPosition;
  private boolean deferred;
  private final List<QueuedAppend> foundation = new ArrayList<>(2);
  private final Map<String, Long> lookedAt = new HashMap<>(4);
  private final List<Own> own = new ArrayList<>(1);
  private final List<Consumer<QueuedAppend>> onQueued = new ArrayList<>(2);

  /** An append of this command. */
  private record Own(QueuedAppend append, int events) {}

  private AppendContext(@Nullable CommandKey commandKey, Supplier<@Nullable String> resultJson) {
    this.commandKey = commandKey;
    this.resultJson = resultJson;
  }

  /** A context for a command without a key, which only learns its positions. */
  public static AppendContext withoutKey() {
    return new AppendContext(null, () -> null);
  }

  /**
   * A context for a keyed command.
   *
   * @param resultJson supplies the command's result as JSON, if it has one
   */
  public static AppendContext keyed(CommandKey commandKey, Supplier<@Nullable String> resultJson) {
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

  /** Position of the command's first event, once it is durable. */
  public OptionalLong firstPosition() {
    return firstPosition == 0 ? OptionalLong.empty() : OptionalLong.of(firstPosition);
  }

  /** Position of the command's last event, once it is durable. */
  public OptionalLong lastPosition() {
    return lastPosition == 0 ? OptionalLong.empty() : OptionalLong.of(lastPosition);
  }

  /** From now on an append of this command returns when its events are queued. */
  public void defer() {
    deferred = true;
  }

  /** Whether appends only queue, so that decisions can rest on queued events, too. */
  public boolean isDeferred() {
    return deferred;
  }

  /**
   * The command rests on the result of this append. If the append is lost, the command is lost,
   * too.
   */
  public void restOn(QueuedAppend append) {
    foundation.add(append);
  }

  /**
   * The command has read an aggregate in the state after this event. If the aggregate changes
   * afterwards, an append of the command is refused, also one to other aggregates. Aggregates to
   * which the command appends are guarded by the append itself.
   *
   * @param sequence of the aggregate's last event that the command knows
   */
  public void lookedAt(String aggregateId, long sequence) {
    lookedAt.put(aggregateId, sequence);
  }

  /**
   * The aggregates that the command has read and not appended to, with the last sequences that it
   * knew.
   */
  public Map<String, Long> lookedAt() {
    return Map.copyOf(lookedAt);
  }

  /**
   * For engines: aggregates that guard an append in addition to its own sequences.
   *
   * @param appendedTo ids of the append's own aggregates
   */
  public Map<String, Long> lookedAtBeside(Collection<String> appendedTo) {
    lookedAt.keySet().removeAll(appendedTo);
    return lookedAt();
  }

  /**
   * Calls back once this command's events are queued, on its thread, before anything is awaited.
   */
  public void whenQueued(Consumer<QueuedAppend> listener) {
    onQueued.add(listener);
  }

  /**
   * Waits until everything on which the command rests is stored or lost.
   *
   * @return whether it is stored; false means that the command must be decided again
   * @throws EventStoreUnavailableException if that takes too long, or the wait is interrupted
   */
  public boolean awaitFoundation() {
    for (QueuedAppend one : foundation) {
      if (!one.awaitSettled()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Waits until the command's events are durable or, without events, everything on which it rests.
   * Throws as {@link PostgresEventStorageEngine#appendEvents} does.
   */
  public void awaitStored() {
    if (own.isEmpty()) {
      if (!awaitFoundation()) {
        throw ConflictResolver.stale();
      }
      return;
    }
    for (Own one : own) {
      long first = one.append().awaitStored();
      stored(first, first + one.events() - 1);
    }
    own.clear();
  }

  /** The appends on which the next append of this command rests, including its own earlier ones. */
  List<QueuedAppend> foundation() {
    if (own.isEmpty()) {
      return List.copyOf(foundation);
    }
    List<QueuedAppend> all = new ArrayList<>(foundation);
    own.forEach(one -> all.add(one.append()));
    return all;
  }

  void queued(QueuedAppend append, int events) {
    own.add(new Own(append, events));
    outcomeStored = true;
    onQueued.forEach(listener -> listener.accept(append));
    if (!deferred) {
      awaitStored();
    }
  }

  /** For engines: the outcome to store with the next append; nothing if there is none left. */
  public @Nullable OutcomeDraft outcomeDraft() {
    if (commandKey == null || outcomeStored) {
      return null;
    }
    return new OutcomeDraft(commandKey, resultJson.get());
  }

  /** For engines: records the position of the append, once it is durable. */
  public void stored(long first, long last) {
    outcomeStored = true;
    if (firstPosition == 0) {
      firstPosition = first;
    }
    lastPosition = last;
  }
}
