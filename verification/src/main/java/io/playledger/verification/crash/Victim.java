package io.playledger.verification.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The process to kill. */
enum Victim {
  SERVER,
  POSTGRES;

  /** So many, half of each (the server first where it is odd), in pairs of random order. */
  static List<Victim> dealt(int rounds, Random random) {
    List<Victim> dealt = new ArrayList<>();
    while (dealt.size() < rounds) {
      boolean serverFirst = rounds - dealt.size() == 1 || random.nextBoolean();
      dealt.add(serverFirst ? SERVER : POSTGRES);
      if (dealt.size() < rounds) {
        dealt.add(serverFirst ? POSTGRES : SERVER);
      }
    }
    return List.copyOf(dealt);
  }

  /** For a line of the report. */
  String label() {
    return switch (this) {
      case SERVER -> "server";
      case POSTGRES -> "PostgreSQL";
    };
  }
}
