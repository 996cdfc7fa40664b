package io.playledger.web.call;

import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.PageView;
import io.playledger.api.Query;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The only way from a controller to the read tables. */
public final class QueryGate {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final QueryGateway queries;
  private final ProjectionProgress progress;
  private final Duration minPositionWaitMax;
  private final Duration answerWaitMax;

  QueryGate(QueryGateway queries, ProjectionProgress progress, ReadSettings settings) {
    this.queries = queries;
    this.progress = progress;
    this.minPositionWaitMax = settings.readWaitMax();
    this.answerWaitMax = settings.readAnswerMax();
  }

  /** Finds an answer; if there is none, the request is refused with the rejection, usually 404. */
  public <A> ResponseEntity<Answer<A>> find(
      Query<@Nullable A> query, MinPosition min, RejectionCode whenAbsent) {
    Reading<@Nullable A> reading = read(query, min);
    A value = reading.value();
    if (value == null) {
      throw new CommandRejected(whenAbsent);
    }
    return reading.answer(value);
  }

  /** The answer of a query that always has one. */
  public <A> ResponseEntity<Answer<A>> ask(Query<A> query, MinPosition min) {
    Reading<A> reading = read(query, min);
    return reading.answer(reading.value());
  }

  /** One page of a list with cursors. */
  public <T, P extends PageView<T>> ResponseEntity<Answer<List<T>>> list(
      Query<P> query, MinPosition min, PageOf page) {
    Reading<P> reading = read(query, min);
    return reading.answer(
        reading.value().items(), Pagination.cursor(page.limit(), reading.value().nextCursor()));
  }

  /**
   * Waits until all projections of the query have reached the minimum position, then reads.
   *
   * @throws ApiProblem UNAVAILABLE if one of them does not reach it in time
   */
  public <A extends @Nullable Object> Reading<A> read(Query<A> query, MinPosition min) {
    if (min.value() > 0) {
      awaitPosition(query.projections(), min.value());
    }
    long position = query.projections().stream().mapToLong(progress::position).min().orElseThrow();
    return new Reading<>(answer(query), position);
  }

  private void awaitPosition(Set<String> projections, long position) {
    long end = System.nanoTime() + minPositionWaitMax.toNanos();
    for (String projection : projections) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!progress.awaitPosition(projection, position, left)) {
        throw ApiProblem.retry(
            TransportCode.UNAVAILABLE,
            "The read tables have not reached position %d yet; they are at %d."
                .formatted(position, progress.position(projection)),
            RETRY_AFTER_SECONDS);
      }
    }
  }

  private <A extends @Nullable Object> A answer(Query<A> query) {
    var answer = queries.query(query, ResponseTypes.instanceOf(query.answerType()));
    try {
      return answer.get(answerWaitMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unavailable();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a query failed: " + query.getClass().getName(), e);
    }
  }

  private static ApiProblem unavailable() {
    return ApiProblem.retry(
        TransportCode.UNAVAILABLE,
        "The read tables did not answer in time; try again.",
        RETRY_AFTER_SECONDS);
  }
}
