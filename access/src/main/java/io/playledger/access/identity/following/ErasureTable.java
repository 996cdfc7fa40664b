package io.playledger.access.identity.following;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code auth.erasure}. */
public final class ErasureTable {

  private final JdbcClient database;

  ErasureTable(JdbcClient database) {
    this.database = database;
  }

  public void asked(PlayerId player, Instant now) {
    database
        .sql(
            "INSERT INTO auth.erasure (player, asked_at) VALUES (?, ?)"
                + " ON CONFLICT (player) DO UPDATE SET asked_at = excluded.asked_at"
                + " WHERE auth.erasure.finished_at IS NULL")
        .params(player.value(), utc(now))
        .update();
  }

  void finished(PlayerId player, Instant now) {
    database
        .sql(
            "INSERT INTO auth.erasure (player, asked_at, finished_at) VALUES (?, ?, ?)"
                + " ON CONFLICT (player) DO UPDATE SET finished_at = excluded.finished_at")
        .params(player.value(), utc(now), utc(now))
        .update();
  }

  /** Removes an erasure that was rejected. */
  public void dropped(PlayerId player) {
    database
        .sql("DELETE FROM auth.erasure WHERE player = ? AND finished_at IS NULL")
        .param(player.value())
        .update();
  }

  /** Unfinished erasures that were requested before the given time, the oldest first. */
  public List<PlayerId> unfinished(Instant askedBefore, int limit) {
    return database
        .sql(
            "SELECT player FROM auth.erasure WHERE finished_at IS NULL AND asked_at < ?"
                + " ORDER BY asked_at LIMIT ?")
        .params(utc(askedBefore), limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(PlayerId::new)
        .toList();
  }

  public Optional<Instant> lastFinished() {
    return database
        .sql("SELECT max(finished_at) FROM auth.erasure")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
