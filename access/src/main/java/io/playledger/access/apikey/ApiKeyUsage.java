package io.playledger.access.apikey;

import io.playledger.api.apikey.ApiKeyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The usage of keys per day and operation. It is counted in memory and written every few seconds,
 * so that a request costs no round trip.
 */
final class ApiKeyUsage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUsage.class);

  private final JdbcClient database;
  private final Clock clock;
  private final int entriesMax;
  private final Map<Use, Long> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("api-key-usage").factory());

  ApiKeyUsage(JdbcClient database, ApiKeySettings settings, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.entriesMax = settings.usageEntriesMax();
    long flushMillis = settings.usageFlush().toMillis();
    writer.scheduleWithFixedDelay(
        this::writeOrKeep, flushMillis, flushMillis, TimeUnit.MILLISECONDS);
  }

  private record Use(UUID key, LocalDate day, String operation) {}

  /**
   * Requests of a key on one day.
   *
   * @param day UTC
   * @param operation method and path, for example {@code GET /api/v1/wallet}
   */
  record Used(LocalDate day, String operation, long requests) {}

  void count(UUID key, String operation) {
    if (counts.size() >= entriesMax) {
      writer.execute(this::writeOrKeep);
    }
    counts.merge(
        new Use(key, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), operation),
        1L,
        Long::sum);
  }

  List<Used> of(ApiKeyId key, LocalDate from, LocalDate to) {
    return database
        .sql(
            "SELECT day, operation, requests FROM auth.api_key_usage"
                + " WHERE key_id = ? AND day BETWEEN ? AND ? ORDER BY day, operation")
        .params(key.value(), from, to)
        .query(
            (row, number) ->
                new Used(
                    row.getObject("day", LocalDate.class),
                    row.getString("operation"),
                    row.getLong("requests")))
        .list();
  }

  private synchronized void writeOrKeep() {
    List<Map.Entry<Use, Long>> taken = new ArrayList<>();
    for (Use use : counts.keySet()) {
      Long count = counts.remove(use);
      if (count != null) {
        taken.add(Map.entry(use, count));
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      write(taken);
    } catch (DataAccessException e) {
      taken.forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Long::sum));
      LOG.warn("The usage of API keys could not be written; it is kept in memory", e);
    }
  }

  private void write(List<Map.Entry<Use, Long>> taken) {
    database
        .sql(
            "INSERT INTO auth.api_key_usage AS u (key_id, day, operation, requests)"
                + " SELECT used.* FROM unnest(?::uuid[], ?::date[], ?::text[], ?::bigint[])"
                + " AS used (key_id, day, operation, requests)"
                // the owner may have been erased meanwhile
                + " JOIN auth.api_key k ON k.id = used.key_id"
                + " ON CONFLICT (key_id, day, operation)"
                + " DO UPDATE SET requests = u.requests + excluded.requests")
        .params(
            taken.stream().map(entry -> entry.getKey().key()).toArray(UUID[]::new),
            taken.stream().map(entry -> entry.getKey().day().toString()).toArray(String[]::new),
            taken.stream().map(entry -> entry.getKey().operation()).toArray(String[]::new),
            taken.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .update();
  }

  @Override
  public void close() {
    writer.shutdownNow();
    writeOrKeep();
  }
}
