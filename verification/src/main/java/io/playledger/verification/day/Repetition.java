package io.playledger.verification.day;

import io.playledger.verification.http.Keys;

/** Whether a command is repeated: 5 % are, half of them in parallel. */
public enum Repetition {
  ONCE,
  /** Repeated with the same key and body after the answer. */
  AGAIN,
  /** Sent twice at the same time with the same key and body. */
  AT_ONCE,
  /** Repeated with the same key and another body, which is rejected. */
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
