package io.playledger.verification.proof.log;

import org.springframework.jdbc.core.JdbcTemplate;

/** Where the processors stand, as their stored tokens say. */
public final class TokenPositions {

  private TokenPositions() {}

  /** Up to there all segments have come; 0 where none has begun. */
  public static long of(JdbcTemplate sql, String processor) {
    Long position =
        sql.queryForObject(
            """
            SELECT min(coalesce((token::json->>'globalIndex')::bigint, 0))
            FROM axon.token_entry WHERE processor_name = ?
            """,
            Long.class,
            processor);
    return position == null ? 0 : position;
  }
}
