package io.playledger.server.authority;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that a body can have.
 *
 * @param path name of the member; within an array the name of the element's member, or 0, follows
 * @param schema what is said of it
 * @param element example of the elements; null where they are no objects
 */
record DescribedMember(List<String> path, JsonNode schema, ObjectNode element) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String name() {
    return path.getFirst();
  }

  /** Any text that a person writes. */
  boolean isFreeText() {
    return path.size() == 1 && isText() && schema.has("maxLength") && !schema.has("pattern");
  }

  boolean isText() {
    return schema.path("type").asString("").equals("string")
        && !schema.has("format")
        && !schema.has("enum");
  }

  boolean is(String type) {
    return schema.path("type").asString("").equals(type);
  }

  /** The body with this value in its place. */
  String in(String body, JsonNode value) {
    ObjectNode whole = (ObjectNode) JSON.readTree(body);
    if (path.size() == 1) {
      whole.set(name(), value);
    } else {
      ArrayNode array = whole.putArray(name());
      if (element == null) {
        array.add(value);
      } else {
        array.add(element.deepCopy().set(path.get(1), value));
      }
    }
    return JSON.writeValueAsString(whole);
  }

  /** What the body has here; missing for nothing. */
  JsonNode of(String body) {
    return JSON.readTree(body).path(name());
  }
}
