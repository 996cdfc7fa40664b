package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.playledger.saga.escrow.EscrowSettlementSaga;
import io.playledger.saga.ledger.HoldExpirySaga;
import io.playledger.saga.market.ListingExpirySaga;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sagas survive deployments: state that is stored as JSON of the fields is read by every later
 * build without loss.
 */
class SagaStateTest {

  private static final String DEADLINE =
      "{\"name\":\"some.deadline\",\"scheduleId\":\"schedule-1\","
          + "\"due\":\"2026-11-21T12:00:00.123456789Z\"}";

  private static final Serializer BY_FIELDS =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(
              mapper ->
                  mapper.changeDefaultVisibility(
                      visibility ->
                          visibility
                              .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                              .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                              .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                              .withVisibility(PropertyAccessor.SETTER, Visibility.NONE)))
          .build();

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of(EscrowSettlementSaga.class, "{\"deadline\":" + DEADLINE + "}"),
        Arguments.of(
            ListingExpirySaga.class,
            "{\"expiresAt\":\"2026-11-21T12:00:00Z\",\"step\":\"expire\",\"deadline\":"
                + DEADLINE
                + "}"),
        Arguments.of(
            HoldExpirySaga.class,
            "{\"owner\":\"01990000-0000-7000-8000-00000000000a\",\"deadline\":" + DEADLINE + "}"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void sagaStateIsReadAndWrittenBackWhole(Class<?> saga, String json) {
    Object read =
        BY_FIELDS.deserialize(
            new SimpleSerializedObject<>(
                json, String.class, new SimpleSerializedType(saga.getName(), null)));

    assertThat(read).isInstanceOf(saga);
    assertThat(fields(BY_FIELDS.serialize(read, String.class).getData())).isEqualTo(fields(json));
  }

  private static JsonNode fields(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
