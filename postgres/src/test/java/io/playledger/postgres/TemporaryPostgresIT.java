package io.playledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TemporaryPostgresIT {

  @Test
  void databasesOfOneServerAreFresh() throws Exception {
    PostgresDatabase first = TemporaryPostgres.durable().newDatabase();
    PostgresDatabase second = TemporaryPostgres.durable().newDatabase();
    assertThat(first.name()).isNotEqualTo(second.name());
    try (Connection connection = first.connect();
        Statement statement = connection.createStatement();
        ResultSet fsync = statement.executeQuery("SHOW fsync")) {
      fsync.next();
      assertThat(fsync.getString(1)).isEqualTo("on");
    }
  }

  @Test
  void templateIsFilledOnce() throws Exception {
    AtomicInteger fillings = new AtomicInteger();
    for (int copy = 0; copy < 2; copy++) {
      PostgresDatabase database =
          TemporaryPostgres.relaxed()
              .newDatabase(
                  "filled",
                  template -> {
                    fillings.incrementAndGet();
                    try (Connection connection = template.connect();
                        Statement statement = connection.createStatement()) {
                      statement.execute("CREATE TABLE t AS SELECT 7 AS n");
                    }
                  });
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet n = statement.executeQuery("SELECT n FROM t")) {
        n.next();
        assertThat(n.getInt(1)).isEqualTo(7);
      }
    }
    assertThat(fillings).hasValue(1);
  }
}
