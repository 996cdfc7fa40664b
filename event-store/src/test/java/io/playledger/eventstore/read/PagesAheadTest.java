package io.playledger.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PagesAheadTest {
  private static final int PAGE = 3;

  private final List<Long> log = new CopyOnWriteArrayList<>();
  private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
  private volatile boolean away;

  private final PagesAhead<Long> pages = new PagesAhead<>(this::page, place -> place, PAGE);

  private List<Long> page(long from) {
    asked.add(from);
    if (away) {
      throw new IllegalStateException("the database is away");
    }
    return log.stream().filter(place -> place > from).limit(PAGE).toList();
  }

  private void append(int count) {
    long last = log.size();
    LongStream.rangeClosed(last + 1, last + count).forEach(log::add);
  }

  @Test
  void pagesAreReadInOrder() {
    append(8);
    List<Long> read = new ArrayList<>(pages.after(0));
    read.addAll(pages.after(3));
    read.addAll(pages.after(6));
    assertThat(read).isEqualTo(log);
    assertThat(asked).containsExactlyInAnyOrder(0L, 3L, 6L);
  }

  @Test
  void nextPageIsFetchedInAdvance() {
    append(6);
    pages.after(0);
    await().untilAsserted(() -> assertThat(asked).containsExactly(0L, 3L));
  }

  @Test
  void nothingIsFetchedBeyondTheHead() {
    append(2);
    pages.after(0);
    assertThat(pages.after(2)).isEmpty();
    assertThat(asked).containsExactly(0L, 2L);
  }

  /** A page fetched ahead may have been the empty one behind the head of that moment. */
  @Test
  void eventsAfterAnEmptyPageAreSeen() {
    append(3);
    pages.after(0);
    await().untilAsserted(() -> assertThat(asked).hasSize(2));
    append(1);
    assertThat(pages.after(3)).containsExactly(4L);
  }

  @Test
  void readingFromAnotherPositionFetchesAnotherPage() {
    append(6);
    pages.after(0);
    assertThat(pages.after(1)).containsExactly(2L, 3L, 4L);
  }

  @Test
  void failedFetchFailsItsReadAndNoLaterOne() {
    append(4);
    pages.after(0);
    await().untilAsserted(() -> assertThat(asked).hasSize(2));
    away = true;
    append(4);
    assertThat(pages.after(3)).containsExactly(4L);
    assertThatThrownBy(() -> pages.after(4)).hasMessage("the database is away");
    away = false;
    assertThat(pages.after(4)).containsExactly(5L, 6L, 7L);
  }
}
