package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.audit.AuditEvent;
import io.playledger.api.audit.RecordAuditEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The command goes from node to node as JSON, with an event of any kind in it. */
class RecordAuditEventTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Class<?>[] events() {
    return AuditEvent.class.getPermittedSubclasses();
  }

  @ParameterizedTest
  @MethodSource("events")
  void serialisedCommandKeepsTheTypeOfItsEvent(Class<?> type) {
    RecordAuditEvent command = new RecordAuditEvent((AuditEvent) EventSample.of(type));

    assertThat(JSON.readValue(JSON.writeValueAsString(command), RecordAuditEvent.class))
        .isEqualTo(command);
  }
}
