package io.playledger.verification.http;

import java.util.SplittableRandom;

/**
 * Delays of retries, and when to give up.
 *
 * @param seed of the jitter
 * @param firstDelayMillis before the first retry; doubles with each
 * @param delayMillisMax
 * @param elapsedMillisMax from the first attempt; then the server counts as gone
 * @param attemptMillisMax one attempt; a longer one has an unknown outcome
 */
public record RetryPolicy(
    long seed,
    long firstDelayMillis,
    long delayMillisMax,
    long elapsedMillisMax,
    long attemptMillisMax) {

  /** The policy of a patient client, which gives the server three minutes to restart. */
  public static RetryPolicy patient(long seed) {
    return new RetryPolicy(seed, 50, 2_000, 180_000, 30_000);
  }

  /** As patient, but with short delays, to notice a restart of the server quickly. */
  public static RetryPolicy eager(long seed) {
    return new RetryPolicy(seed, 50, 400, 180_000, 30_000);
  }

  /**
   * Between half and the whole of the doubled delay.
   *
   * @param call any number that names the call, so that callers spread out
   * @param retry from 0
   */
  public long delayMillis(long call, int retry) {
    long ceiling = Math.min(delayMillisMax, firstDelayMillis << Math.min(retry, 20));
    double share = new SplittableRandom(seed ^ call ^ retry).nextDouble(0.5, 1.0);
    return Math.max(1, (long) (ceiling * share));
  }
}
