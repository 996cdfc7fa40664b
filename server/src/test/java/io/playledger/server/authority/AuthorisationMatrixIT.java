package io.playledger.server.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every operation of the API description against every kind of caller. An operation that is not in
 * the table fails, and so does a line whose operation is gone.
 */
@Isolated("sends every operation, also those that stop processors")
class AuthorisationMatrixIT {

  private final MatrixWorld world = MatrixWorld.shared();
  private final AuthorisationMatrix matrix = world.matrix();
  private final List<DescribedOperation> operations = world.operations();

  @Test
  void everyOperationIsInTheTable() {
    Set<String> described =
        operations.stream()
            .map(DescribedOperation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).hasSizeGreaterThan(40);
    assertThat(new TreeSet<>(matrix.lines().keySet())).isEqualTo(described);
  }

  @Test
  void everyCallerGetsTheStatusOfTheTable() {
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (DescribedOperation operation : operations) {
      List<String> cells = new ArrayList<>();
      for (String caller : matrix.callers()) {
        cells.add(outcome(world.call(operation, caller).send()));
      }
      seen.add(matrix.line(operation.name(), cells));
      AuthorisationMatrix.Line line = matrix.lines().get(operation.name());
      expected.add(matrix.line(operation.name(), line == null ? List.of() : line.cells()));
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
