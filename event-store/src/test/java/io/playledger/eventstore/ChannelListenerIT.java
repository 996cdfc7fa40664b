package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.tail.ChannelListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but its closing ends it. */
class ChannelListenerIT {
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final AtomicInteger listening = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();
  private TestLog log;
  private MoodyDataSource source;
  private ChannelListener listener;

  private final ChannelListener.Hearer hearer =
      new ChannelListener.Hearer() {
        @Override
        public void listening() {
          listening.incrementAndGet();
          failIfToldTo();
        }

        @Override
        public void heard(List<String> notices) {
          failIfToldTo();
          heard.addAll(notices);
        }

        private void failIfToldTo() {
          if (failing.get()) {
            throw new IllegalStateException("cannot bear it");
          }
        }
      };

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    source = new MoodyDataSource(log.plain());
    listener = new ChannelListener(source.dataSource(), "test_channel", "test-listener", hearer);
  }

  @AfterEach
  void close() {
    listener.close();
    log.close();
  }

  private void say(String notice) {
    log.execute("NOTIFY test_channel, '" + notice + "'");
  }

  private void hears(String notice) {
    await().until(() -> listening.get() > 0 && !failing.get());
    await()
        .until(
            () -> {
              // what is said while it comes back is lost, so it is said again
              say(notice);
              return heard.contains(notice);
            });
  }

  @Test
  void notificationsAreReceivedInOrder() {
    listener.start();
    listener.start();
    await().until(() -> listening.get() == 1);
    for (int i = 0; i < 5; i++) {
      say("notice " + i);
    }
    await().until(() -> heard.size() == 5);
    assertThat(heard).containsExactly("notice 0", "notice 1", "notice 2", "notice 3", "notice 4");
  }

  @Test
  void listenerSurvivesADataSourceThatThrowsUnexpectedly() {
    source.refuse(2);
    listener.start();
    hears("after all");
  }

  @Test
  void listenerSurvivesASubscriberThatFailsAtTheStart() {
    failing.set(true);
    listener.start();
    await().until(() -> listening.get() >= 2);
    failing.set(false);
    hears("after all");
  }

  @Test
  void failedSubscriberStartsFromTheBeginning() {
    listener.start();
    await().until(() -> listening.get() == 1);
    failing.set(true);
    say("cannot be borne");
    await().until(() -> listening.get() >= 2);
    failing.set(false);
    hears("after all");
  }

  @Test
  void listenerSurvivesTheLossOfItsBackend() {
    listener.start();
    await().until(() -> listening.get() == 1);
    log.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND query LIKE 'LISTEN test_channel%'");
    await().until(() -> listening.get() == 2);
    hears("after all");
  }

  /** A failure that no SQLException tells of would end the writer, and with it every command. */
  @Test
  void writerSurvivesADataSourceThatThrowsUnexpectedly() {
    PostgresEventStorageEngine engine = log.engine(b -> b.writerDataSource(source.dataSource()));
    source.refuse(2);
    engine.appendEvents(credited("a", 0));
    assertThat(source.isCalm()).isTrue();
    engine.appendEvents(credited("a", 1));
    assertThat(engine.head()).isEqualTo(2);
  }
}
