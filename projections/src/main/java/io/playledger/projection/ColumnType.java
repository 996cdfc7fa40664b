package io.playledger.projection;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are sent as one array: their type in Java and their conversion in
 * PostgreSQL.
 */
enum ColumnType {
  TEXT(String.class, "text", "text") {
    @Override
    Object[] array(List<?> values) {
      return values.toArray(String[]::new);
    }
  },
  BIGINT(Long.class, "bigint", "int8") {
    @Override
    Object[] array(List<?> values) {
      return values.toArray(Long[]::new);
    }
  },
  INTEGER(Integer.class, "integer", "int4") {
    @Override
    Object[] array(List<?> values) {
      return values.toArray(Integer[]::new);
    }
  },
  BOOLEAN(Boolean.class, "boolean", "bool") {
    @Override
    Object[] array(List<?> values) {
      return values.toArray(Boolean[]::new);
    }
  },
  /** Arrays of arrays are flattened by PostgreSQL, so each value is sent as text. */
  TEXTS(String[].class, "text", "text") {
    @Override
    Object[] array(List<?> values) {
      return values.stream().map(value -> literal((String[]) value)).toArray(String[]::new);
    }

    @Override
    String value(String reference) {
      return reference + "::text[]";
    }
  },
  UNIQUE_ID(UUID.class, "uuid", "text"),
  WHOLE_NUMBER(BigInteger.class, "numeric", "text"),
  /** Times are sent as microseconds, which is faster than text and rounds in the same way. */
  TIME(Instant.class, "bigint", "int8") {
    @Override
    Object[] array(List<?> values) {
      return values.stream().map(value -> micros((Instant) value)).toArray(Long[]::new);
    }

    @Override
    String value(String reference) {
      // in two parts, because an interval is multiplied by a double
      return ("timestamptz 'epoch' + (%1$s / 1000000) * interval '1 second'"
              + " + (%1$s %% 1000000) * interval '1 microsecond'")
          .formatted(reference);
    }
  },
  JSON(JSONB.class, "jsonb", "text");

  private final Class<?> stored;
  private final String sqlName;
  private final String elementName;

  ColumnType(Class<?> stored, String sqlName, String elementName) {
    this.stored = stored;
    this.sqlName = sqlName;
    this.elementName = elementName;
  }

  /** The values have the column's own type. */
  static ColumnType of(Field<?> column) {
    Class<?> stored = column.getDataType().getConverter().fromType();
    for (ColumnType type : values()) {
      if (type.stored.equals(stored)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        column + " holds " + stored + ", which is not sent in arrays");
  }

  /** Converts a value of the domain to the stored value. */
  @SuppressWarnings("unchecked") // the converter is the column's own
  static @Nullable Object stored(Field<?> column, @Nullable Object value) {
    return ((Converter<Object, Object>) column.getDataType().getConverter()).to(value);
  }

  String sqlName() {
    return sqlName;
  }

  /** The SQL expression for an element with this name. */
  String value(String reference) {
    return reference;
  }

  /** The driver's name of the element type. */
  String elementName() {
    return elementName;
  }

  /** The value for the driver; here its text. */
  Object[] array(List<?> values) {
    String[] texts = new String[values.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = values.get(i);
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  /** Rounds as PostgreSQL rounds the fraction of a second in a text. */
  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null
        ? null
        : Math.addExact(
            Math.multiplyExact(time.getEpochSecond(), 1_000_000L),
            (long) Math.rint(time.getNano() / 1e9 * 1e6));
  }

  private static @Nullable String literal(String @Nullable [] texts) {
    return texts == null
        ? null
        : Arrays.stream(texts)
            .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }
}
