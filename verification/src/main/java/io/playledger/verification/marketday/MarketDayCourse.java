package io.playledger.verification.marketday;

import io.playledger.verification.day.Crew;
import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Dice;
import io.playledger.verification.day.Outlays;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Plays all parts of a day from the opening of the doors until everything has ended. */
final class MarketDayCourse {

  private static final int PLAYERS_PER_TROUBLEMAKER = 40;

  private final DayStage stage;
  private final List<DayPart> parts;
  private final Crew crew;

  /**
   * @param atATime scripts that are played at the same time
   */
  MarketDayCourse(DayStage stage, List<DayPart> parts, int atATime) {
    this.stage = stage;
    this.parts = parts;
    this.crew = new Crew(atATime, stage.findings(), stage.progress());
  }

  /**
   * Plays it all.
   *
   * @param halfway run once when half of the market's scripts are done, on a thread of its own
   */
  void play(Runnable halfway) {
    open();
    List<Script> scripts = shuffledScripts();
    stage.progress().phase("market", scripts.size());
    stage.progress().when(Math.max(1, scripts.size() / 2), halfway);
    crew.play(scripts);
    close();
  }

  /**
   * Plays the market for as long as something else goes on, however much of the plan that takes;
   * what has begun by then is played to its end.
   */
  void playAlong(Runnable other) {
    open();
    List<Script> scripts = shuffledScripts();
    stage.progress().phase("market", scripts.size());
    CompletableFuture<Void> others = CompletableFuture.runAsync(other, Thread::startVirtualThread);
    crew.play(scripts, others::isDone);
    others.join();
    close();
  }

  private void open() {
    Outlays outlays = new Outlays(stage.players().size());
    parts.forEach(part -> part.reserve(outlays));
    parts.forEach(DayPart::begin);
    stage.progress().phase("players come", stage.players().size());
    crew.play(
        IntStream.range(0, stage.players().size())
            .mapToObj(
                player ->
                    new Script(
                        DayStage.step(player), () -> parts.forEach(part -> part.arrive(player))))
            .toList());
    parts.forEach(DayPart::open);
  }

  private List<Script> shuffledScripts() {
    List<Script> scripts = all(DayPart::scripts);
    visits(scripts);
    trouble(scripts);
    Collections.shuffle(scripts, new Random(stage.seed()));
    return scripts;
  }

  private List<Script> all(Function<DayPart, List<Script>> of) {
    List<Script> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(of.apply(part)));
    return all;
  }

  /** As many visits as players; some players come twice. */
  private void visits(List<Script> all) {
    Dice dice = new Dice(stage.seed(), "browsers");
    int players = stage.players().size();
    for (int number = 0; number < players; number++) {
      int visit = number;
      Actor visitor = stage.player(dice.below(players));
      all.add(
          new Script("visit-" + visit, () -> parts.forEach(part -> part.visit(visitor, visit))));
    }
  }

  private void trouble(List<Script> all) {
    Dice dice = new Dice(stage.seed(), "troublemakers");
    int players = stage.players().size();
    for (int number = 0; number < Math.max(1, players / PLAYERS_PER_TROUBLEMAKER); number++) {
      Troublemaker trouble = new Troublemaker(stage, dice.below(players), "trouble-" + number);
      for (DayPart part : parts) {
        all.add(new Script(trouble.step(), () -> part.misuse(trouble)));
      }
    }
  }

  private void close() {
    List<Script> scripts = all(DayPart::closing);
    stage.progress().phase("windows end", scripts.size());
    crew.play(scripts);
  }
}
