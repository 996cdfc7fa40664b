package io.playledger.verification.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An entry as a line of JSON, and back. */
final class JournalLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private JournalLines() {}

  static String toJson(JournalEntry entry) {
    return MAPPER.writerFor(JournalEntry.class).writeValueAsString(entry);
  }

  /**
   * Reads a line.
   *
   * @throws JacksonException where it is no entry
   */
  static JournalEntry fromJson(String line) {
    return MAPPER.readValue(line, JournalEntry.class);
  }
}
