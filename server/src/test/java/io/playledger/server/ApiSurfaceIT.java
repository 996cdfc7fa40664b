package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every operation that the server describes, held against the rules that bind all of them. */
class ApiSurfaceIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final JsonNode described = http.get("//v3/api-docs").send().json();

  @Test
  void everyOperationSaysWhatItIs() {
    operations(
        (name, operation) ->
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank());
  }

  private void operations(BiConsumer<String, JsonNode> each) {
    assertThat(described.path("paths").size()).isGreaterThan(40);
    described
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            each.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
  }
}
