package io.playledger.server.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table in {@code authorisation-matrix.txt}: one line per operation, one column per caller, in
 * each cell the reply, and at the end what the request is about.
 *
 * @param callers names of the columns
 * @param lines by operation
 */
record AuthorisationMatrix(List<String> callers, Map<String, Line> lines) {

  private static final String FILE = "/authorisation-matrix.txt";
  private static final int CELLS_MAX = 64;

  /**
   * One operation.
   *
   * @param cells what each caller gets
   * @param request what is sent
   * @param requestText the same as it stands in the file
   */
  record Line(List<String> cells, OperationRequest request, String requestText) {}

  static AuthorisationMatrix read() {
    List<List<String>> rows =
        text()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(AuthorisationMatrix::cells)
            .toList();
    List<String> callers = inner(rows.getFirst());
    Map<String, Line> lines = new LinkedHashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != callers.size() + 2) {
        throw new AssertionError("a line of the matrix does not have its cells: " + row);
      }
      Line line = new Line(inner(row), OperationRequest.parse(row.getLast()), row.getLast());
      if (lines.put(row.getFirst(), line) != null) {
        throw new AssertionError("the matrix has an operation twice: " + row);
      }
    }
    return new AuthorisationMatrix(callers, lines);
  }

  /** What is sent for an operation; the examples where the table does not have it. */
  OperationRequest request(DescribedOperation operation) {
    Line line = lines.get(operation.name());
    return line == null ? OperationRequest.parse("") : line.request();
  }

  /** The caller who gets furthest with an operation. */
  String admitted(DescribedOperation operation) {
    Line line = lines.get(operation.name());
    for (String outcome : List.of("in", "404")) {
      for (String caller :
          List.of("owner", "admin", "moderator", "auditor", "developer", "other", "nobody")) {
        if (line.cells().get(callers.indexOf(caller)).equals(outcome)) {
          return caller;
        }
      }
    }
    throw new AssertionError("nobody may ask " + operation.name());
  }

  /** A line as it may stand in the file. */
  String line(String operation, List<String> cells) {
    StringBuilder line = new StringBuilder("%-51s".formatted(operation));
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(4, callers.get(i).length());
      line.append("| ").append(cells.get(i)).repeat(" ", width + 1 - cells.get(i).length());
    }
    String request = lines.containsKey(operation) ? lines.get(operation).requestText() : "";
    return line.append("| ").append(request).toString().stripTrailing();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", CELLS_MAX)).map(String::strip).toList();
  }

  private static List<String> inner(List<String> cells) {
    return cells.subList(1, cells.size() - 1);
  }

  private static String text() {
    try (var file = AuthorisationMatrix.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
