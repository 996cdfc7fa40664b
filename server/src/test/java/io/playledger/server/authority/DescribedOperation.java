package io.playledger.server.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation of the API description, with the body that its examples make.
 *
 * @param members every value that the body can have, also those within arrays
 * @param body of its examples; null where it takes none
 */
record DescribedOperation(
    String method, String path, JsonNode description, List<DescribedMember> members, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What ends a thing comes after what needs it. */
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** As it is named in the matrix. */
  String name() {
    return method + " " + path;
  }

  /** Those in the path, the query or the header. */
  List<JsonNode> parameters(String in) {
    return StreamSupport.stream(description.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asString("").equals(in))
        .toList();
  }

  /** Whether it takes a header of this name. */
  boolean hasHeader(String name) {
    return parameters("header").stream()
        .anyMatch(parameter -> parameter.path("name").asString().equals(name));
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
    return new DescribedOperation(
        method,
        path,
        operation,
        schema.isMissingNode() ? List.of() : members(document, schema),
        schema.isMissingNode() ? null : JSON.writeValueAsString(example(document, schema)));
  }

  private static List<DescribedMember> members(JsonNode document, JsonNode schema) {
    List<DescribedMember> members = new ArrayList<>();
    resolved(document, schema)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode value = resolved(document, property.getValue());
              members.add(new DescribedMember(List.of(name), value, null));
              JsonNode items = resolved(document, value.path("items"));
              if (items.has("properties")) {
                ObjectNode item = example(document, items);
                items
                    .path("properties")
                    .properties()
                    .forEach(
                        part ->
                            members.add(
                                new DescribedMember(
                                    List.of(name, part.getKey()),
                                    resolved(document, part.getValue()),
                                    item)));
              } else if (!items.isMissingNode()) {
                members.add(new DescribedMember(List.of(name, "0"), items, null));
              }
            });
    return members;
  }

  /** Members that have an example; what has none is left out. */
  private static ObjectNode example(JsonNode document, JsonNode schema) {
    ObjectNode body = JSON.createObjectNode();
    resolved(document, schema)
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

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
  }
}
