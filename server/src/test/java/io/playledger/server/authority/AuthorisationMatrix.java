package io.playledger.server.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table in {@code authorisation-matrix.txt}: one line per operation, one column per caller, and
 * in each cell the reply.
 *
 * @param callers names of the columns
 * @param outcomes operation to cells
 */
record AuthorisationMatrix(List<String> callers, Map<String, List<String>> outcomes) {

  private static final String FILE = "/authorisation-matrix.txt";

  static AuthorisationMatrix read() {
    List<List<String>> lines =
        text()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(AuthorisationMatrix::cells)
            .toList();
    List<String> callers = tail(lines.getFirst());
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (tail(line).size() != callers.size()
          || outcomes.put(line.getFirst(), tail(line)) != null) {
        throw new AssertionError("a line of the matrix is double or has not its cells: " + line);
      }
    }
    return new AuthorisationMatrix(callers, outcomes);
  }

  /** A line as it may stand in the file. */
  String line(String operation, List<String> cells) {
    StringBuilder line = new StringBuilder("%-50s".formatted(operation));
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(4, callers.get(i).length());
      line.append("| ").append(cells.get(i)).repeat(" ", width + 1 - cells.get(i).length());
    }
    return line.toString().stripTrailing();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toList();
  }

  private static List<String> tail(List<String> cells) {
    return cells.subList(1, cells.size());
  }

  private static String text() {
    try (var file = AuthorisationMatrix.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
