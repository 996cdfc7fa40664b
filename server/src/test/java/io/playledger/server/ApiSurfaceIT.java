package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.ledger.LedgerRejection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules that apply to every described operation. */
class ApiSurfaceIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final JsonNode described = http.get("//v3/api-docs").send().json();

  @Test
  void everyOperationHasASummary() {
    operations(
        (name, operation) ->
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank());
  }

  @Test
  void parametersAndSecuritySchemesAreDescribedOnce() {
    operations(
        (name, operation) -> {
          assertThat(texts(operation.path("parameters"), "name"))
              .as(name)
              .doesNotHaveDuplicates()
              .allMatch(parameter -> !parameter.contains("."), "is one value");
          assertThat(operation.path("security").valueStream().map(JsonNode::toString))
              .as(name)
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void parameterHasOneTypeAndIsNeverNull() {
    operations(
        (name, operation) ->
            assertThat(
                    operation
                        .path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("schema").path("type")))
                .as(name)
                .noneMatch(JsonNode::isArray));
  }

  @Test
  void transferAndItsDryRunAreOneOperation() {
    JsonNode transfer = described.path("paths").path("/api/v1/wallet/transfers").path("post");

    assertThat(transfer.path("summary").asString()).isEqualTo("Transfer funds");
    assertThat(texts(transfer.path("parameters"), "name"))
        .containsExactlyInAnyOrder("dryRun", "Idempotency-Key");
  }

  @Test
  void rejectionsOfAnOperationAreDescribedByStatus() {
    JsonNode release =
        described
            .path("paths")
            .path("/api/v1/wallet/holds/{id}/release")
            .path("post")
            .path("responses");

    assertThat(release.path("409").path("description").asString())
        .contains("- `HOLD_EXPIRED`: " + LedgerRejection.HOLD_EXPIRED.message())
        .contains("COMMAND_IN_FLIGHT");
    assertThat(release.path("404").path("description").asString()).doesNotContain("WALLET");
  }

  @Test
  void rejectionsThatAllOperationsShareAreDescribedOnce() {
    operations(
        (name, operation) ->
            assertThat(operation.at("/responses/429/$ref").asString(""))
                .as(name)
                .isEqualTo("#/components/responses/Problem429"));
    assertThat(described.at("/components/responses/Problem429/description").asString())
        .startsWith("- `RATE_LIMITED`: ");
  }

  @Test
  void identifiersAreDescribedAsStrings() {
    described
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(schema.getValue().path("properties").propertyNames())
                    .as(schema.getKey())
                    .isNotEqualTo(Set.of("value")));
  }

  private static List<String> texts(JsonNode array, String name) {
    return array.valueStream().map(one -> one.path(name).asString()).toList();
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
