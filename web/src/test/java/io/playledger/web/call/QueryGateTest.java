package io.playledger.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingView;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

/** Reads of a query that has the tables of two projections. */
class QueryGateTest {

  private static final FindListing QUERY = new FindListing(new ListingId(new UUID(0, 1)));

  private final Map<String, Long> positions = new HashMap<>(Map.of("market", 5L, "identity", 3L));
  private final Set<String> awaited = new TreeSet<>();
  private final QueryGate gate;

  QueryGateTest() {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    bus.<ListingView>subscribe(FindListing.class.getName(), ListingView.class, message -> null);
    ProjectionProgress progress =
        new ProjectionProgress() {
          @Override
          public boolean awaitPosition(String projection, long position, Duration timeout) {
            awaited.add(projection);
            return positions.get(projection) >= position;
          }

          @Override
          public long position(String projection) {
            return positions.get(projection);
          }
        };
    gate =
        new QueryGate(
            DefaultQueryGateway.builder().queryBus(bus).build(),
            progress,
            new ReadSettings(1, 10_000));
  }

  @Test
  void readStatesTheLowestPositionOfItsProjections() {
    assertThat(gate.read(QUERY, MinPosition.NONE).position()).isEqualTo(3);
    assertThat(awaited).isEmpty();
  }

  @Test
  void readWithAMinimumPositionAwaitsEveryProjection() {
    assertThat(gate.read(QUERY, new MinPosition(3)).position()).isEqualTo(3);
    assertThat(awaited).containsExactly("identity", "market");
  }

  @Test
  void readIsUnavailableUntilItsLastProjectionHasReachedTheMinimumPosition() {
    for (String slow : Set.of("market", "identity")) {
      positions.replaceAll((projection, position) -> projection.equals(slow) ? 8L : 9L);
      assertThatThrownBy(() -> gate.read(QUERY, new MinPosition(9)))
          .isInstanceOfSatisfying(
              ApiProblem.class,
              problem -> {
                assertThat(problem.code()).isEqualTo(TransportCode.UNAVAILABLE);
                assertThat(problem.retryAfterSeconds()).isEqualTo(1);
              });
    }
  }
}
