package io.playledger.runtime.saga;

import io.playledger.eventstore.CommandKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * One step of one saga, done at most once.
 *
 * @param saga name of the process, for example {@code escrow-settlement}
 * @param sagaId id of the process, for example the escrow's id
 * @param step name of the step, with a number if it can be repeated intentionally
 */
public record SagaStep(String saga, String sagaId, String step) {

  /** Prefix of the scopes of all steps. */
  public static final String SCOPE_PREFIX = "saga:";

  private static final int VERSION_8 = 8;

  /** Refuses empty parts. */
  public SagaStep {
    if (saga.isBlank() || sagaId.isBlank() || step.isBlank()) {
      throw new IllegalArgumentException("a step needs a saga, an id and a name");
    }
  }

  /** Scope under which the step's command is unique. */
  public String scope() {
    return SCOPE_PREFIX + saga + ":" + sagaId;
  }

  /** A version 8 UUID of the SHA-256 of scope and step. */
  public UUID key() {
    ByteBuffer digest = ByteBuffer.wrap(sha256(scope() + "\n" + step));
    long high = (digest.getLong() & ~(0xFL << 12)) | ((long) VERSION_8 << 12);
    long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  /** The key of this step's command, derived from the step and the command's name. */
  public CommandKey commandKey(Object command) {
    return new CommandKey(scope(), key(), sha256(step + "\n" + command.getClass().getSimpleName()));
  }

  /**
   * The same step, decided anew after the saga did not accept a rejection.
   *
   * @param attempt 0 for the first decision
   */
  SagaStep attempt(int attempt) {
    return attempt == 0 ? this : new SagaStep(saga, sagaId, step + " again " + attempt);
  }

  /** Stands for the fact that the saga did not accept the rejection of this step. */
  SagaStep notAccepted() {
    return new SagaStep(saga, sagaId, step + " not accepted");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
