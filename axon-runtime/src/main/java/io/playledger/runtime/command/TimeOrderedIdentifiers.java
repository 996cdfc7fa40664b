package io.playledger.runtime.command;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of messages as UUIDv7: time first, so that they sort and index well. Their random
 * part is not secret, so it comes from a fast generator.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

  private static final int MILLIS_SHIFT = 16;
  private static final long VERSION_7 = 0x7000L;
  private static final long RANDOM_A_MASK = 0x0FFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_B_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  @Override
  public String generateIdentifier() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high =
        (System.currentTimeMillis() << MILLIS_SHIFT)
            | VERSION_7
            | (random.nextLong() & RANDOM_A_MASK);
    long low = VARIANT | (random.nextLong() & RANDOM_B_MASK);
    return new UUID(high, low).toString();
  }
}
