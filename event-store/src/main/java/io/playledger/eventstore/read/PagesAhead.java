package io.playledger.eventstore.read;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Pages read one after the other, with the next page fetched while the current one is handled: a
 * replay waits for the slower of reading and handling instead of for both. Nothing is fetched
 * behind a page that is not full. It is used by one thread at a time.
 */
public final class PagesAhead<T> {
  private static final Executor FETCHING =
      task -> Thread.ofVirtual().name("event-store-page").start(task);

  private final LongFunction<List<T>> pageAfter;
  private final ToLongFunction<T> place;
  private final int pageMax;
  private CompletableFuture<List<T>> ahead;
  private long aheadOf;

  /**
   * @param pageAfter the page behind a place
   * @param place of an element, by which the page behind it is asked for
   * @param pageMax elements of a full page
   */
  public PagesAhead(LongFunction<List<T>> pageAfter, ToLongFunction<T> place, int pageMax) {
    this.pageAfter = pageAfter;
    this.place = place;
    this.pageMax = pageMax;
  }

  /** The page behind this place; fewer than a page only at the end. */
  public List<T> after(long from) {
    List<T> page = ahead != null && aheadOf == from ? fetched() : List.of();
    ahead = null;
    if (page.isEmpty()) {
      // also where nothing was there yet when it was fetched ahead
      page = read(from);
    }
    if (page.size() == pageMax) {
      aheadOf = place.applyAsLong(page.getLast());
      long next = aheadOf;
      ahead = CompletableFuture.supplyAsync(() -> pageAfter.apply(next), FETCHING);
    }
    return page;
  }

  /**
   * Turns errors into exceptions, as for pages fetched in advance, because readers expect
   * exceptions only.
   */
  private List<T> read(long from) {
    try {
      return pageAfter.apply(from);
    } catch (Error e) {
      throw new CompletionException(e);
    }
  }

  private List<T> fetched() {
    try {
      return ahead.join();
    } catch (CompletionException e) {
      ahead = null;
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
