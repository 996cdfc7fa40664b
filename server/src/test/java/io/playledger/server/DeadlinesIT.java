package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines can be cancelled at any time, even while they are being met. */
class DeadlinesIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final DeadlineManager deadlines = SERVER.bean(DeadlineManager.class);
  private final JdbcClient database = JdbcClient.create(SERVER.bean(DataSource.class));

  private String schedule() {
    return deadlines.schedule(
        SERVER.now().plus(1, ChronoUnit.HOURS),
        "test",
        "payload",
        new SagaScopeDescriptor("NoSaga", "no-saga"));
  }

  @Test
  void cancelledDeadlineIsRemoved() {
    String id = schedule();
    deadlines.cancelSchedule("test", id);

    assertThat(rows(id)).isZero();
  }

  @Test
  void cancellingADeadlineThatIsBeingMetIsIgnored() {
    String id = schedule();
    database
        .sql("UPDATE axon.scheduled_tasks SET picked = true WHERE task_instance = ?")
        .param(id)
        .update();

    assertThatCode(() -> deadlines.cancelSchedule("test", id)).doesNotThrowAnyException();
    assertThat(rows(id)).isEqualTo(1);
    database.sql("DELETE FROM axon.scheduled_tasks WHERE task_instance = ?").param(id).update();
  }

  @Test
  void cancellingADeadlineThatWasMetIsIgnored() {
    assertThatCode(() -> deadlines.cancelSchedule("test", "no-such-deadline"))
        .doesNotThrowAnyException();
  }

  private long rows(String id) {
    return database
        .sql("SELECT count(*) FROM axon.scheduled_tasks WHERE task_instance = ?")
        .param(id)
        .query(Long.class)
        .single();
  }
}
