package io.playledger.server.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the API description against every kind of caller. An operation that is not in
 * the table fails, and so does a line whose operation is gone.
 */
class AuthorisationMatrixIT {

  private final AuthorisationMatrix matrix = AuthorisationMatrix.read();
  private final List<DescribedOperation> operations =
      DescribedOperation.of(ServerUnderTest.shared().http().get("//v3/api-docs").send().json());

  @Test
  void everyOperationIsInTheTable() {
    Set<String> described =
        operations.stream()
            .map(DescribedOperation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).hasSizeGreaterThan(40);
    assertThat(new TreeSet<>(matrix.outcomes().keySet())).isEqualTo(described);
  }

  @Test
  void everyCallerGetsTheStatusOfTheTable() {
    MatrixWorld world = new MatrixWorld();
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (DescribedOperation operation : operations) {
      List<String> cells = new ArrayList<>();
      for (String caller : matrix.callers()) {
        cells.add(outcome(world.call(operation, caller).send()));
      }
      seen.add(matrix.line(operation.name(), cells));
      expected.add(
          matrix.line(
              operation.name(), matrix.outcomes().getOrDefault(operation.name(), List.of())));
    }
    assertThat(seen)
        .as("judge each line that differs, then put it into authorisation-matrix.txt")
        .isEqualTo(expected);
  }

  private static String outcome(HttpTestClient.Reply reply) {
    return switch (reply.status()) {
      case 401, 403, 404 -> Integer.toString(reply.status());
      default ->
          reply.status() < 500 && reply.status() != 429 ? "in" : Integer.toString(reply.status());
    };
  }
}
