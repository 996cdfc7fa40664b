package io.playledger.runtime.command;

import io.playledger.runtime.serialization.TypeNames;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as {@code {"type":"ledger.TransactionReceipt","value":…}}. A result is a type with a
 * stored name, or text, a number, a boolean or a UUID, which go by their simple names.
 */
public final class JsonResultCodec implements ResultCodec {

  private static final Map<String, Class<?>> PLAIN =
      Stream.of(String.class, Long.class, Integer.class, Boolean.class, UUID.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final JsonMapper json;
  private final TypeNames names;

  /**
   * @param names of the results
   */
  public JsonResultCodec(JsonMapper json, TypeNames names) {
    this.json = json;
    this.names = names;
  }

  private record Kept(String type, Object value) {}

  @Override
  public @Nullable String toJson(@Nullable Object result) {
    if (result == null) {
      return null;
    }
    Class<?> type =
        result instanceof Enum<?> constant ? constant.getDeclaringClass() : result.getClass();
    String name = PLAIN.containsValue(type) ? type.getSimpleName() : names.nameOf(type);
    return json.writeValueAsString(new Kept(name, result));
  }

  @Override
  public @Nullable Object fromJson(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode node = json.readTree(text);
    return json.treeToValue(node.get("value"), type(node.get("type").asString()));
  }

  private Class<?> type(String name) {
    Class<?> plain = PLAIN.get(name);
    return plain != null
        ? plain
        : names
            .find(name)
            .orElseThrow(
                () -> new IllegalArgumentException("No result is stored as %s.".formatted(name)));
  }
}
