package io.playledger.verification.day;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance by seed; each part of the plan has dice of its own, so a change to one moves no other. */
public final class Dice {

  private final SplittableRandom random;

  public Dice(long seed, String part) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + part.hashCode());
  }

  /** 0 to bound - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  public long between(long min, long max) {
    return random.nextLong(min, max + 1);
  }

  public boolean chance(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  public <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  /** A player other than those named. */
  public int playerBut(int players, int... others) {
    while (true) {
      int player = below(players);
      boolean taken = false;
      for (int other : others) {
        taken |= other == player;
      }
      if (!taken) {
        return player;
      }
    }
  }

  public <T> List<T> shuffled(List<T> values) {
    List<T> mixed = new ArrayList<>(values);
    for (int i = mixed.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = mixed.get(i);
      mixed.set(i, mixed.get(j));
      mixed.set(j, swapped);
    }
    return List.copyOf(mixed);
  }
}
