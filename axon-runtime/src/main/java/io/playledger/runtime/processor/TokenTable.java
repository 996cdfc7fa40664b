package io.playledger.runtime.processor;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads stored tokens, whichever node owns them. */
public final class TokenTable {

  private final JdbcTemplate jdbc;
  private final String table;

  /**
   * @param schema of the axon tables
   */
  public TokenTable(JdbcTemplate jdbc, String schema) {
    this.jdbc = jdbc;
    this.table = schema + ".token_entry";
  }

  /** Lowest stored position of the processor's segments; empty where it has none yet. */
  public OptionalLong position(String processor) {
    List<Long> lowest =
        jdbc.query(
            "SELECT min(coalesce((token::json->>'globalIndex')::bigint, 0)) FROM %s WHERE processor_name = ?"
                .formatted(table),
            (row, _) -> {
              long position = row.getLong(1);
              return row.wasNull() ? null : position;
            },
            processor);
    Long position = lowest.getFirst();
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
