package io.playledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.AsOf;
import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.score.BoardId;
import io.playledger.projection.ReadModel;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for every query. */
final class QueryChecks {

  private static final Pattern TABLE = Pattern.compile("(?i)(?:from|join) \"([a-z_]+)\"");

  private QueryChecks() {}

  /** The projections whose tables these statements read. */
  static Set<String> projectionsRead(List<String> statements) {
    Set<String> read = new HashSet<>();
    for (String statement : statements) {
      Matcher table = TABLE.matcher(statement);
      while (table.find()) {
        ReadModel.tables()
            .forEach(
                (projection, tables) -> {
                  if (tables.contains(table.group(1))) {
                    read.add(projection);
                  }
                });
      }
    }
    return read;
  }

  /** A read that waits for too few projections answers with rows of different positions. */
  static void namesTheProjections(Query<?> query, Set<String> read) {
    assertThat(query.projections())
        .as("projections of %s", query.getClass().getSimpleName())
        .containsAll(read);
  }

  /** A cursor leads on in the list that it came from, and in no other. */
  static void bindsItsCursor(Query<?> query, String cursor, Consumer<Query<?>> ask) {
    for (RecordComponent part : query.getClass().getRecordComponents()) {
      if (!isPaging(part)) {
        Query<?> other = changed(query, part, cursor);
        assertThatExceptionOfType(InvalidCursorException.class)
            .as("the cursor of %s goes on in %s", query, other)
            .isThrownBy(() -> ask.accept(other));
      }
    }
  }

  private static boolean isPaging(RecordComponent part) {
    return part.getType() == PageOf.class
        || Set.of("cursor", "page", "limit").contains(part.getName());
  }

  private static Query<?> changed(Query<?> query, RecordComponent changed, String cursor) {
    RecordComponent[] parts = query.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Object value = value(query, parts[i]);
      if (parts[i].getName().equals(changed.getName())) {
        values[i] = another(parts[i].getType(), value);
      } else if (value instanceof PageOf page) {
        values[i] = new PageOf(cursor, page.limit());
      } else {
        values[i] = parts[i].getName().equals("cursor") ? cursor : value;
      }
    }
    return (Query<?>) made(query.getClass(), values);
  }

  /** A query of this type about the things with this id, without anything that may be left out. */
  static Query<?> sample(Class<? extends Query<?>> type, UUID id, AsOf asOf) {
    return (Query<?>)
        made(
            type,
            Arrays.stream(type.getRecordComponents())
                .map(each -> part(each.getType(), id, asOf))
                .toArray());
  }

  private static Object part(Class<?> type, UUID id, AsOf asOf) {
    if (type == int.class) {
      return 1;
    } else if (type == AsOf.class) {
      return asOf;
    } else if (type == PageOf.class) {
      return PageOf.first(1);
    } else if (type == AssetCode.class) {
      return Day.USD;
    } else if (type == BoardId.class) {
      return BoardId.GLOBAL;
    } else if (type.isRecord() && hasId(type)) {
      return made(
          type,
          Arrays.stream(type.getRecordComponents())
              .map(each -> idPart(each.getType(), id))
              .toArray());
    }
    return null;
  }

  private static boolean hasId(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).anyMatch(each -> each.getType() == UUID.class);
  }

  /** A component of an id: the uuid itself, or the kind of thing that it is unique within. */
  private static Object idPart(Class<?> type, UUID id) {
    return type == UUID.class ? id : type.getEnumConstants()[0];
  }

  private static Object another(Class<?> type, Object value) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> !constant.equals(value))
          .reduce((_, later) -> later)
          .orElseThrow();
    } else if (type == String.class) {
      return value + "x";
    } else if (type == Long.class) {
      return value == null ? 7L : (Long) value + 1;
    } else if (type == AssetCode.class) {
      return Day.GOLD.equals(value) ? Day.USD : Day.GOLD;
    } else if (type == BoardId.class) {
      return new BoardId("another");
    } else if (type == PlayerId.class) {
      return Day.player(77);
    } else if (type.isRecord() && type.getRecordComponents()[0].getType() == UUID.class) {
      return made(type, Day.id(77));
    }
    throw new AssertionError("How is a " + type + " changed?");
  }

  private static Object value(Query<?> query, RecordComponent part) {
    try {
      return part.getAccessor().invoke(query);
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Object made(Class<?> type, Object... values) {
    try {
      return type.getConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError("No sample of " + type, broken);
    }
  }
}
