package io.playledger.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.Bucket;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes on one database share their counters. */
class PostgresCountsIT {

  private static final DataSource DATABASE = migrated();

  private final PostgresCounts one = new PostgresCounts(DATABASE, 1_000);
  private final PostgresCounts other = new PostgresCounts(DATABASE, 1_000);

  private static DataSource migrated() {
    PostgresDatabase database = TemporaryPostgres.durable().newDatabase();
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    Flyway.configure()
        .dataSource(source)
        .defaultSchema("auth")
        .createSchemas(true)
        .locations("classpath:db/auth")
        .load()
        .migrate();
    return source;
  }

  @AfterEach
  void end() {
    one.close();
    other.close();
  }

  private static int allowed(Bucket bucket, int requests) {
    int allowed = 0;
    for (int i = 0; i < requests; i++) {
      allowed += bucket.tryConsume(1) ? 1 : 0;
    }
    return allowed;
  }

  @Test
  void requestsOfOneNodeCountOnTheOther() {
    Limit limit = Limit.of(RateGroup.AUTH, Counted.ANONYMOUS, Rate.of("5/1h"));
    CountKey key = new CountKey(RateGroup.AUTH, Counted.ANONYMOUS, "192.0.2.1");
    assertThat(allowed(one.of(key, limit), 3)).isEqualTo(3);
    assertThat(allowed(other.of(key, limit), 4)).isEqualTo(2);
    assertThat(allowed(one.of(key, limit), 1)).isZero();
  }

  @Test
  void largeRateIsExceededByOnePercentAtMost() {
    Limit limit = Limit.of(RateGroup.EVERYTHING, Counted.PLAYER, Rate.of("1000/1d"));
    CountKey key = new CountKey(RateGroup.EVERYTHING, Counted.PLAYER, "anna");
    int allowed = 0;
    for (int i = 0; i < 150; i++) {
      allowed += allowed(one.of(key, limit), 5) + allowed(other.of(key, limit), 5);
    }
    assertThat(allowed).isBetween(1_000, 1_020);
  }

  @Test
  void refilledCountersAreRemoved() {
    Limit limit = Limit.of(RateGroup.SEARCH, Counted.ANONYMOUS, Rate.of("5/1s"));
    CountKey key = new CountKey(RateGroup.SEARCH, Counted.ANONYMOUS, "192.0.2.2");
    allowed(one.of(key, limit), 1);
    JdbcClient database = JdbcClient.create(DATABASE);
    assertThat(rows(database, key)).isOne();
    one.removeExpired();
    assertThat(rows(database, key)).as("still counted").isOne();
    database
        .sql("UPDATE auth.rate_count SET expires_at = 1 WHERE id = ?")
        .param(key.text())
        .update();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              one.removeExpired();
              assertThat(rows(database, key)).isZero();
            });
  }

  private static long rows(JdbcClient database, CountKey key) {
    return database
        .sql("SELECT count(*) FROM auth.rate_count WHERE id = ?")
        .param(key.text())
        .query(Long.class)
        .single();
  }
}
