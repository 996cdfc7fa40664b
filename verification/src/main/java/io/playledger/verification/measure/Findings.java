package io.playledger.verification.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings. One is enough for the verdict NOT CLEAN; the first of each kind are kept as text.
 */
public final class Findings {

  private static final int KEPT_MAX = 5;

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /**
   * @param kind short, for the verdict, for example {@code wallet differs}
   * @param detail one sentence
   */
  public synchronized void add(String kind, String detail) {
    kinds.computeIfAbsent(kind, ignored -> new Kind()).add(detail);
  }

  public synchronized boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** For example {@code wallet differs (3), escrow not empty (1)}. */
  public synchronized String summary() {
    List<String> parts = new ArrayList<>();
    kinds.forEach((name, kind) -> parts.add(name + " (" + kind.count + ")"));
    return String.join(", ", parts);
  }

  /** One line each. */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    kinds.forEach(
        (name, kind) -> {
          kind.kept.forEach(detail -> lines.add(name + ": " + detail));
          if (kind.count > kind.kept.size()) {
            lines.add(name + ": and " + (kind.count - kind.kept.size()) + " more");
          }
        });
    return lines;
  }

  private static final class Kind {
    private final List<String> kept = new ArrayList<>();
    private int count;

    void add(String detail) {
      count++;
      if (kept.size() < KEPT_MAX) {
        kept.add(detail);
      }
    }
  }
}
