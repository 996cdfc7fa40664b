package io.playledger.verification.day;

import io.playledger.verification.http.Actor;
import java.util.List;
import java.util.stream.IntStream;

/** The actors of a run. The run's tag distinguishes their names from those of other runs. */
public final class DayActors {

  private static final int MODERATORS = 2;

  private DayActors() {}

  public static List<Actor> players(DaySize size, String run) {
    return named("p", size.players(), run);
  }

  /** Moderators do not trade, so they are never parties of a dispute. */
  public static List<Actor> moderators(String run) {
    return named("mod", MODERATORS, run);
  }

  private static List<Actor> named(String prefix, int count, String run) {
    return IntStream.range(0, count)
        .mapToObj(number -> prefix + number + "-" + run)
        .map(name -> new Actor(name, name + "@example.com", "Market-day 1 of " + name))
        .toList();
  }
}
