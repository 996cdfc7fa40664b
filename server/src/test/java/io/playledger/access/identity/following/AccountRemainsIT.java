package io.playledger.access.identity.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.ServerUnderTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountRemainsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final JdbcClient sql = JdbcClient.create(SERVER.bean(DataSource.class));

  @Test
  void everyTableOfTheAccountIsCleared() {
    assertThat(
            sql.sql(
                    "WITH RECURSIVE hangs AS ("
                        + " SELECT 'auth.account'::regclass::oid AS id UNION"
                        + " SELECT c.conrelid FROM pg_constraint c JOIN hangs h"
                        + " ON c.confrelid = h.id WHERE c.contype = 'f' AND c.confdeltype <> 'c')"
                        + " SELECT id::regclass::text FROM hangs")
                .query(String.class)
                .list())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            table ->
                assertThat(AccountRemains.DELETIONS)
                    .as(table)
                    .anyMatch(deletion -> deletion.startsWith("DELETE FROM " + table + " ")));
  }
}
