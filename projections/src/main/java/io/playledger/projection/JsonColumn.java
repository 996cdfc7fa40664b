package io.playledger.projection;

import org.jooq.JSONB;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of the language kept as {@code jsonb}.
 *
 * @param <T> the record
 */
public final class JsonColumn<T> extends AbstractConverter<JSONB, T> {

  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JsonColumn(Class<T> type) {
    super(JSONB.class, type);
  }

  @Override
  public @Nullable T from(@Nullable JSONB stored) {
    return stored == null ? null : JSON.readValue(stored.data(), toType());
  }

  @Override
  public @Nullable JSONB to(@Nullable T value) {
    return value == null ? null : JSONB.jsonb(JSON.writeValueAsString(value));
  }
}
