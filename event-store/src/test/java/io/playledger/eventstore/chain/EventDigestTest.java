package io.playledger.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Format 1 is a promise to every log ever written: these values never change. They were computed
 * from the description of the format, not by this code.
 */
class EventDigestTest {
  private static String digest(
      String type,
      String id,
      long sequence,
      String eventId,
      long micros,
      String payloadType,
      String revision,
      String payload,
      String metadata) {
    return HexFormat.of()
        .formatHex(
            new EventDigest()
                .of(
                    type,
                    id,
                    sequence,
                    eventId,
                    micros,
                    payloadType,
                    revision,
                    payload.getBytes(StandardCharsets.UTF_8),
                    metadata.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void digestOfAKnownEventDoesNotChange() {
    assertThat(
            digest(
                "Wallet",
                "wallet:1",
                7,
                "e-1",
                1_750_000_000_000_001L,
                "Credited",
                "1",
                "{\"amount\":\"5\"}",
                "{}"))
        .isEqualTo("9dfe2a007500a97b50c841c2e04dd322c59218749456c97c07f44ddc4f975f66");
  }

  @Test
  void hashOfAKnownBatchDoesNotChange() {
    byte[] hash = ChainHash.of(ChainCheckpoint.START.hash(), 1, 2, new byte[2 * EventDigest.BYTES]);
    assertThat(HexFormat.of().formatHex(ChainCheckpoint.START.hash()))
        .isEqualTo("a4a9833cecdbf304cba7edcb18f1ce9dadbb14b3ba2a2c61b420d5909ac67ae0");
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("f11cfe5ed795459abbe39204ad62e4fe419b96ba895b76c0eea12a0f0db86a20");
  }

  @Test
  void everyFieldChangesTheDigest() {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("as it is", digest("T", "a", 0, "e", 1, "P", "1", "{}", "[]"));
    digests.put("type", digest("U", "a", 0, "e", 1, "P", "1", "{}", "[]"));
    digests.put("no type", digest(null, "a", 0, "e", 1, "P", "1", "{}", "[]"));
    digests.put("empty type", digest("", "a", 0, "e", 1, "P", "1", "{}", "[]"));
    digests.put("aggregate", digest("T", "b", 0, "e", 1, "P", "1", "{}", "[]"));
    digests.put("sequence", digest("T", "a", 1, "e", 1, "P", "1", "{}", "[]"));
    digests.put("event id", digest("T", "a", 0, "f", 1, "P", "1", "{}", "[]"));
    digests.put("time", digest("T", "a", 0, "e", 2, "P", "1", "{}", "[]"));
    digests.put("payload type", digest("T", "a", 0, "e", 1, "Q", "1", "{}", "[]"));
    digests.put("revision", digest("T", "a", 0, "e", 1, "P", "2", "{}", "[]"));
    digests.put("no revision", digest("T", "a", 0, "e", 1, "P", null, "{}", "[]"));
    digests.put("payload", digest("T", "a", 0, "e", 1, "P", "1", "{ }", "[]"));
    digests.put("metadata", digest("T", "a", 0, "e", 1, "P", "1", "{}", "[ ]"));
    assertThat(digests.values()).doesNotHaveDuplicates();
  }

  @Test
  void boundaryBetweenFieldsChangesTheDigest() {
    assertThat(
            List.of(
                digest("ab", "c", 0, "e", 1, "P", "1", "{}", "[]"),
                digest("a", "bc", 0, "e", 1, "P", "1", "{}", "[]"),
                digest("a", "b", 0, "e", 1, "P", "1", "{}[]", ""),
                digest("a", "b", 0, "e", 1, "P", "1", "{}", "[]")))
        .doesNotHaveDuplicates();
  }
}
