package io.playledger.runtime.command;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as {@code {"type":…,"value":…}}. Only text, numbers, booleans and the records and enums
 * of allowed packages are results: a name in the database never makes another class load.
 */
public final class JsonResultCodec implements ResultCodec {

  private static final List<Class<?>> PLAIN =
      List.of(String.class, Long.class, Integer.class, Boolean.class, UUID.class);

  private final JsonMapper json;
  private final List<String> packages;

  /**
   * @param packages prefixes such as {@code io.playledger.api.}
   */
  public JsonResultCodec(JsonMapper json, List<String> packages) {
    this.json = json;
    this.packages = List.copyOf(packages);
  }

  private record Kept(String type, Object value) {}

  @Override
  public String toJson(Object result) {
    if (result == null) {
      return null;
    }
    Class<?> type =
        result instanceof Enum<?> constant ? constant.getDeclaringClass() : result.getClass();
    if (!allowed(type)) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be a command's result: use a record of the api, or text");
    }
    return json.writeValueAsString(new Kept(type.getName(), result));
  }

  @Override
  public Object fromJson(String text) {
    if (text == null) {
      return null;
    }
    JsonNode node = json.readTree(text);
    return json.treeToValue(node.get("value"), type(node.get("type").asString()));
  }

  private Class<?> type(String name) {
    try {
      Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      if (!allowed(type)) {
        throw new IllegalArgumentException(name + " is not a result");
      }
      return type;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name + " is not known to this build", e);
    }
  }

  private boolean allowed(Class<?> type) {
    return PLAIN.contains(type)
        || ((type.isRecord() || type.isEnum())
            && packages.stream().anyMatch(type.getName()::startsWith));
  }
}
