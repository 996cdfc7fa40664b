package io.playledger.server.authority;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a line of the matrix says about the request, beyond the examples of the API description.
 *
 * @param thing name of the thing in the path; null for none
 * @param variables values of the other path variables
 * @param query what follows the question mark; empty for nothing
 * @param body in place of the examples; null for the examples
 * @param endsCaller whether nobody can send a second request as the same caller
 */
record OperationRequest(
    String thing, Map<String, String> variables, String query, String body, boolean endsCaller) {

  private static final String ENDS_CALLER = "ends-caller";

  /** Words in any order; the body is the last. */
  static OperationRequest parse(String text) {
    int bodyAt = bodyOf(text);
    String words = bodyAt < 0 ? text : text.substring(0, bodyAt);
    String thing = null;
    Map<String, String> variables = new LinkedHashMap<>();
    String query = "";
    boolean endsCaller = false;
    for (String word : words.strip().split("\\s+")) {
      if (word.startsWith("@")) {
        thing = word.substring(1);
      } else if (word.startsWith("?")) {
        query = word.substring(1);
      } else if (word.equals(ENDS_CALLER)) {
        endsCaller = true;
      } else if (word.contains("=")) {
        variables.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      } else if (!word.isEmpty()) {
        throw new AssertionError("the matrix says of a request: " + word);
      }
    }
    return new OperationRequest(
        thing, variables, query, bodyAt < 0 ? null : text.substring(bodyAt), endsCaller);
  }

  /** A brace at the start of a word opens the body; one behind a dollar sign is a placeholder. */
  private static int bodyOf(String text) {
    int space = text.indexOf(" {");
    return text.startsWith("{") ? 0 : space < 0 ? -1 : space + 1;
  }
}
