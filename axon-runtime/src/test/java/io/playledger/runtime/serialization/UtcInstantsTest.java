package io.playledger.runtime.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcInstantsTest {

  /** As in an event. */
  record Happened(Instant at) {}

  private final Serializer events =
      Serializers.ofMessages(TypeNames.builder().add("test.Happened", Happened.class).build());

  private Instant read(String at) {
    return events
        .<String, Happened>deserialize(
            new SimpleSerializedObject<>(
                "{\"at\":" + at + "}",
                String.class,
                new SimpleSerializedType("test.Happened", null)))
        .at();
  }

  @Test
  void formattedInstantsAreReadBack() {
    SplittableRandom random = new SplittableRandom(7);
    long[] grains = {1_000_000_000, 1_000_000, 1_000, 1};
    for (int i = 0; i < 10_000; i++) {
      long grain = grains[i % grains.length];
      Instant at =
          Instant.ofEpochSecond(
              random.nextLong(-62_167_219_200L, 253_402_300_800L),
              random.nextLong(1_000_000_000) / grain * grain);
      assertThat(UtcInstants.parse(at.toString())).isEqualTo(at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59.999999999Z",
        "2026-01-31T00:00:00Z",
        "2026-01-31T01:00:00+01:00",
        "2026-01-31T12:00:00.1Z",
        "+12026-01-31T12:00:00Z"
      })
  void instantsAreReadAsJacksonReadsThem(String at) {
    assertThat(read('"' + at + '"')).isEqualTo(java.time.OffsetDateTime.parse(at).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-31T25:00:00Z",
        "2026-01-31T12:61:00Z",
        "2026-01-31T12:00:00.1234567890Z",
        "2026-01-3:T12:00:00Z",
        "2026-01-31 12:00:00Z",
        "soon"
      })
  void refusesTheRest(String at) {
    assertThatThrownBy(() -> read('"' + at + '"')).isInstanceOf(RuntimeException.class);
  }

  @Test
  void numbersAreReadAsJacksonReadsThem() {
    assertThat(read("1769860800")).isEqualTo(Instant.ofEpochSecond(1_769_860_800));
  }
}
