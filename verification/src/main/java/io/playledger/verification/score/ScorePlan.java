package io.playledger.verification.score;

import io.playledger.verification.day.DaySize;
import io.playledger.verification.day.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * What each player scores. Equal seeds and sizes give equal plans, on every machine.
 *
 * @param increments by player number, in order
 */
public record ScorePlan(List<List<Long>> increments) {

  public static ScorePlan of(long seed, DaySize size) {
    Dice dice = new Dice(seed, "scores");
    List<List<Long>> players = new ArrayList<>();
    for (int number = 0; number < size.players(); number++) {
      players.add(increments(dice));
    }
    return new ScorePlan(List.copyOf(players));
  }

  /** Multiples of 50, so that some players tie. */
  private static List<Long> increments(Dice dice) {
    List<Long> scores = new ArrayList<>();
    for (int left = (int) dice.between(1, 3); left > 0; left--) {
      scores.add(50 * dice.between(1, 10));
    }
    return List.copyOf(scores);
  }
}
