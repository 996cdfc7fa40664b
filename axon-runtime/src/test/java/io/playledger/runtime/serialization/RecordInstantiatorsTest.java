package io.playledger.runtime.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads what plain Jackson reads, and fails where and as it fails. */
class RecordInstantiatorsTest {

  private final JsonMapper plain = lenient().build();
  private final JsonMapper fast = lenient().addModule(module()).build();

  /** Records with members left out are read, too. */
  private static JsonMapper.Builder lenient() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  private static JacksonModule module() {
    return new SimpleModule("records") {
      private static final long serialVersionUID = 1L;

      @Override
      public void setupModule(SetupContext context) {
        context.addValueInstantiators(new RecordInstantiators());
      }
    };
  }

  record Code(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Code {
      if (value.isBlank()) {
        throw new IllegalArgumentException("a code is not blank");
      }
    }
  }

  record Parsed(String left, String right) {
    @JsonCreator
    static Parsed of(String text) {
      return new Parsed(
          text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1));
    }
  }

  record Nothing() {}

  private record Hidden(int number) {}

  record Everything(
      String text,
      long units,
      int count,
      boolean flag,
      double share,
      char letter,
      Integer boxed,
      Code code,
      Parsed parsed,
      Hidden hidden,
      List<Hidden> several,
      Map<String, Long> counts,
      Instant at,
      @JsonProperty("another_name") String renamed,
      Nothing nothing) {

    Everything {
      if (units < 0) {
        throw new IllegalArgumentException("units are not negative");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":null,\"units\":3,\"boxed\":null}",
        "{\"text\":\"grüß dich\",\"units\":9223372036854775807,\"count\":-1,\"flag\":true,"
            + "\"share\":0.5,\"letter\":\"x\",\"boxed\":7,\"code\":\"USD\",\"parsed\":\"a:b\","
            + "\"hidden\":{\"number\":1},\"several\":[{\"number\":2},{}],\"counts\":{\"a\":1},"
            + "\"at\":\"2026-01-02T03:04:05Z\",\"another_name\":\"n\",\"nothing\":{}}"
      })
  void adaptedConstructorReadsTheSameRecord(String json) {
    for (int again = 0; again < 2; again++) {
      assertThat(fast.readValue(json, Everything.class))
          .isEqualTo(plain.readValue(json, Everything.class));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"units\":-1}",
        "{\"code\":\" \"}",
        "{\"units\":\"many\"}",
        "{\"parsed\":\"nothing\"}",
        "{\"count\":99999999999}",
        "[]"
      })
  void adaptedConstructorFailsWithTheSameError(String json) {
    Throwable expected = catchThrowable(() -> plain.readValue(json, Everything.class));
    assertThat(expected).isNotNull();
    assertThatThrownBy(() -> fast.readValue(json, Everything.class))
        .isExactlyInstanceOf(expected.getClass())
        .hasMessage(expected.getMessage());
  }

  @Test
  void exceptionOfTheConstructorIsTheCause() {
    assertThatThrownBy(() -> fast.readValue("{\"units\":-1}", Everything.class))
        .isInstanceOf(ValueInstantiationException.class)
        .hasRootCauseMessage("units are not negative");
  }
}
