package io.playledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.access.StartRefusedException;
import io.playledger.server.config.MigratedDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which master keys a database knows after each start. */
class MasterKeyCheckIT {

  private static final MasterKey A = key(1);
  private static final MasterKey B = key(2);

  private final DataSource database = MigratedDatabase.create().dataSource();
  private final JdbcClient sql = JdbcClient.create(database);
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(database));

  private static MasterKey key(int first) {
    byte[] key = new byte[Secrets.KEY_BYTES];
    key[0] = (byte) first;
    return new MasterKey(key);
  }

  private void start(MasterKey... given) {
    transactions.executeWithoutResult(status -> new MasterKeyCheck(sql).enter(List.of(given)));
  }

  /** The newest first, which encrypts. */
  private List<String> known() {
    return new MasterKeyTable(sql).all().stream().map(MasterKeyTable.Row::id).toList();
  }

  @Test
  void keyOfTheLatestStartEncrypts() {
    start(A);
    start(B, A);
    assertThat(known()).containsExactly(B.id(), A.id());

    start(A, B);
    assertThat(known()).containsExactly(A.id(), B.id());
  }

  @Test
  void keyThatIsNoLongerNeededIsForgottenAndCannotComeBackAlone() {
    start(A);
    start(B, A);
    start(B);
    assertThat(known()).containsExactly(B.id());

    assertThatThrownBy(() -> start(A))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("MASTER_KEY_UNKNOWN");
    assertThat(known()).containsExactly(B.id());
  }

  @Test
  void keyThatStillDecryptsAValueIsNotForgotten() {
    start(A);
    seal(A);
    start(B, A);
    assertThatThrownBy(() -> start(B))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("MASTER_KEY_STILL_NEEDED: 1 values");
    assertThat(known()).containsExactly(B.id(), A.id());
  }

  private void seal(MasterKey key) {
    sql.sql(
            "INSERT INTO auth.signing_key (generation, kid, sealed, created_at)"
                + " VALUES (1, 'kid', ?, clock_timestamp())")
        .param(key.header())
        .update();
  }
}
