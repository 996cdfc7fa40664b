package io.playledger.projection;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.runtime.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.conf.Settings;

/**
 * The read tables: their migrations, their schema and the projections that write them. The
 * projection of a context is its class {@code <prefix>Projection} in this module, with a public
 * constructor that takes {@link ProjectionTools}.
 */
public final class ReadModel {

  /** The location of the migrations of the read tables for Flyway. */
  public static final String MIGRATIONS = "classpath:db/read-model";

  /** The schema of the live read tables; the extensions stay in {@code public}. */
  public static final String SCHEMA = "read_model";

  static final String MODULE = "io.playledger.projection";
  private static final String PROJECTION = "Projection";

  private ReadModel() {}

  /** The projection of each context, which may work for live tables and a rebuild at once. */
  public static List<Object> projections(ProjectionTools tools) {
    return Contexts.parts(MODULE, PROJECTION, Object.class, tools);
  }

  /** The projection of this context; empty where it has none. */
  public static Optional<Class<?>> projection(Context context) {
    return context.partType(MODULE, PROJECTION, Object.class);
  }

  /** The projection of this context as an object of its class. */
  public static <P> P projection(Context context, Class<P> type, ProjectionTools tools) {
    return context.part(MODULE, PROJECTION, type, tools).orElseThrow();
  }

  /** The tables that each projection writes, parents first, by the name of the projection. */
  public static Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Context context : Contexts.all()) {
      projection(context)
          .map(type -> type.getAnnotation(Projection.class))
          .ifPresent(found -> tables.put(found.name(), List.of(found.tables())));
    }
    return tables;
  }

  /**
   * Settings of every {@link org.jooq.DSLContext} on read tables: names are rendered without a
   * schema.
   */
  public static Settings settings() {
    return new Settings().withRenderSchema(false);
  }
}
