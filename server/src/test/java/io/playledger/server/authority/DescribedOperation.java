package io.playledger.server.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation of the API description, with the request that its examples make.
 *
 * @param query of its required parameters, empty for none
 * @param body of its examples; null where it takes none
 */
record DescribedOperation(
    String method, String path, JsonNode description, String query, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What ends a thing comes after what needs it. */
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** As it is named in the matrix. */
  String name() {
    return method + " " + path;
  }

  /** All of a document, by path. */
  static List<DescribedOperation> of(JsonNode document) {
    List<DescribedOperation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.add(
                                of(
                                    document,
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue()))));
    operations.sort(
        Comparator.comparing(DescribedOperation::path)
            .thenComparing(operation -> METHODS.indexOf(operation.method())));
    return operations;
  }

  private static DescribedOperation of(
      JsonNode document, String method, String path, JsonNode operation) {
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    String query =
        StreamSupport.stream(operation.path("parameters").spliterator(), false)
            .filter(parameter -> parameter.path("in").asString("").equals("query"))
            .filter(parameter -> parameter.path("required").asBoolean(false))
            .map(parameter -> parameter.path("name").asString() + "=USD")
            .collect(Collectors.joining("&"));
    return new DescribedOperation(
        method,
        path,
        operation,
        query,
        schema.isMissingNode() ? null : JSON.writeValueAsString(example(document, schema)));
  }

  /** Members that have an example; what has none is left out. */
  private static ObjectNode example(JsonNode document, JsonNode schema) {
    JsonNode resolved =
        schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
    ObjectNode body = JSON.createObjectNode();
    resolved
        .path("properties")
        .properties()
        .forEach(
            member -> {
              if (member.getValue().has("example")) {
                body.set(member.getKey(), member.getValue().path("example"));
              }
            });
    return body;
  }
}
