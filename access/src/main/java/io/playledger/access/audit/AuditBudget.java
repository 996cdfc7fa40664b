package io.playledger.access.audit;

import io.playledger.api.audit.AuditEntriesCounted;
import io.playledger.api.audit.AuditKind;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entries are written singly and counts the rest. A window begins with the first
 * entry of a player and kind. It is thread-safe.
 */
final class AuditBudget {

  private final AuditSettings settings;
  private final Map<Key, Window> windows = new HashMap<>();
  private final Map<AuditKind, Window> ofAll = new EnumMap<>(AuditKind.class);

  AuditBudget(AuditSettings settings) {
    this.settings = settings;
  }

  private record Key(Optional<PlayerId> player, AuditKind kind) {}

  private static final class Window {

    private final Instant since;
    private long single;
    private long counted;
    private @Nullable Instant countedSince;

    Window(Instant since) {
      this.since = since;
    }

    void count(Instant now) {
      if (counted == 0) {
        countedSince = now;
      }
      counted++;
    }
  }

  /** Whether this entry is written singly; otherwise it is counted. */
  synchronized boolean spend(Optional<PlayerId> player, AuditKind kind, Instant now) {
    Window all =
        ofAll.compute(
            kind,
            (same, before) -> before == null || isOver(before, now) ? new Window(now) : before);
    Window window = windowOf(player, kind, now);
    if (window.single >= settings.singleEntriesMax()
        || all.single >= settings.singleEntriesOfAllMax()) {
      window.count(now);
      return false;
    }
    window.single++;
    all.single++;
    return true;
  }

  /** Counts an entry that could not be written. */
  synchronized void count(Optional<PlayerId> player, AuditKind kind, Instant now) {
    windowOf(player, kind, now).count(now);
  }

  /** Removes and returns the counts of windows that have ended. */
  synchronized List<AuditEntriesCounted> ended(Instant now) {
    List<AuditEntriesCounted> ended = new ArrayList<>();
    Iterator<Map.Entry<Key, Window>> each = windows.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Key, Window> entry = each.next();
      if (isOver(entry.getValue(), now)) {
        each.remove();
        counted(entry, now).ifPresent(ended::add);
      }
    }
    return ended;
  }

  /** Removes and returns the counts of all windows. */
  synchronized List<AuditEntriesCounted> all(Instant now) {
    List<AuditEntriesCounted> every =
        windows.entrySet().stream().flatMap(entry -> counted(entry, now).stream()).toList();
    windows.clear();
    return every;
  }

  private Window windowOf(Optional<PlayerId> player, AuditKind kind, Instant now) {
    Key key = new Key(player, kind);
    if (!windows.containsKey(key) && windows.size() >= settings.windowsMax()) {
      key = new Key(Optional.empty(), kind);
    }
    return windows.computeIfAbsent(key, missing -> new Window(now));
  }

  private boolean isOver(Window window, Instant now) {
    return !now.isBefore(window.since.plus(settings.window()));
  }

  private static Optional<AuditEntriesCounted> counted(Map.Entry<Key, Window> entry, Instant now) {
    Window window = entry.getValue();
    return window.counted == 0
        ? Optional.empty()
        : Optional.of(
            new AuditEntriesCounted(
                entry.getKey().player().orElse(null),
                entry.getKey().kind(),
                window.counted,
                window.countedSince,
                now));
  }
}
