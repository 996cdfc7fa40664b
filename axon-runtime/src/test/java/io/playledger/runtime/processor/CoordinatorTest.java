package io.playledger.runtime.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoordinatorTest {

  private final Coordinator coordinator = new Coordinator("test");
  private final AtomicInteger runs = new AtomicInteger();
  private final Runnable count = runs::incrementAndGet;

  @AfterEach
  void end() {
    coordinator.shutdownNow();
  }

  private void waitForRoom() {
    coordinator.schedule(count, Coordinator.FULL_BUFFER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Everything handed over before is done, since there is one thread. */
  private void settle() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    coordinator.execute(done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitForRoomEndsByItself() {
    waitForRoom();
    await().untilAsserted(() -> assertThat(runs).hasValue(1));
  }

  /** However often room is made, and also when its time comes. */
  @Test
  void coordinatorRunsOncePerWait() {
    waitForRoom();
    coordinator.roomMade();
    coordinator.roomMade();
    await()
        .pollDelay(Duration.ofMillis(3 * Coordinator.FULL_BUFFER_MILLIS))
        .untilAsserted(() -> assertThat(runs).hasValue(1));
    waitForRoom();
    await().untilAsserted(() -> assertThat(runs).hasValue(2));
  }

  /** The thread is held, so that the wait cannot end by itself before room is made. */
  @Test
  void roomEndsTheWaitBeforeItsTime() throws InterruptedException {
    Coordinator held = new Coordinator("held");
    CountDownLatch release = new CountDownLatch(1);
    StringBuffer order = new StringBuffer();
    held.execute(
        () -> {
          try {
            release.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Runnable hastened = () -> order.append("hastened ");
    Runnable next = () -> order.append("next");
    held.schedule(hastened, Coordinator.FULL_BUFFER_MILLIS, TimeUnit.MILLISECONDS);
    held.roomMade();
    held.schedule(next, 1, TimeUnit.NANOSECONDS);
    release.countDown();
    await().untilAsserted(() -> assertThat(order).hasToString("hastened next"));
    held.shutdownNow();
  }

  @Test
  void otherWaitsAreNotShortened() throws InterruptedException {
    coordinator.schedule(count, 1, TimeUnit.HOURS);
    coordinator.roomMade();
    settle();
    assertThat(runs).hasValue(0);
  }

  /** After failures Axon asks for waits of up to a minute. */
  @Test
  void noWaitIsLongerThanItsLimit() {
    ScheduledFuture<?> scheduled = coordinator.schedule(count, 60, TimeUnit.SECONDS);
    assertThat(scheduled.getDelay(TimeUnit.MILLISECONDS))
        .isLessThanOrEqualTo(Coordinator.WAIT_MILLIS_MAX);
    scheduled.cancel(true);
  }

  @Test
  void roomMadeAfterShutdownIsIgnored() {
    waitForRoom();
    coordinator.shutdownNow();
    coordinator.roomMade();
    assertThat(coordinator.isShutdown()).isTrue();
  }
}
