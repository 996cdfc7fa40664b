package io.playledger.verification.day;

import io.playledger.verification.http.Keys;

/** Whether a command is sent more than once: 5 % are, half of them while the first is under way. */
public enum Repetition {
  ONCE,
  /** Again with the same key and body once the answer is there. */
  AGAIN,
  /** Twice at the same time with the same key and body. */
  AT_ONCE,
  /** Again with the same key and another body, which is refused. */
  OTHER_BODY;

  /** Follows from the seed and the step. */
  static Repetition of(long seed, String step) {
    int chance = Keys.perMille(seed, step);
    if (chance < 25) {
      return AGAIN;
    }
    if (chance < 50) {
      return AT_ONCE;
    }
    return chance < 60 ? OTHER_BODY : ONCE;
  }
}
