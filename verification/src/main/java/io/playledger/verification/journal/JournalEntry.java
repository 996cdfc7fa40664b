package io.playledger.verification.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @Type(value = JournalEntry.Asked.class, name = "asked"),
  @Type(value = JournalEntry.Answered.class, name = "answered"),
  @Type(value = JournalEntry.Unanswered.class, name = "unanswered"),
  @Type(value = JournalEntry.CheckpointKept.class, name = "checkpoint")
})
public sealed interface JournalEntry {

  /** The time of the entry by the client's clock. */
  Instant at();

  /** Written before a request is first sent: from here on it may have been done. */
  record Asked(Instant at, JournalRequest request) implements JournalEntry {}

  /**
   * The server's answer to a request; each answered repeat has its own line.
   *
   * @param status HTTP status
   * @param code code of the rejection; older journals have none
   * @param position the log position that the answer names; -1 where it names none
   * @param replayed whether it was marked as the first answer given again
   * @param ids the ids in the answer by member name, for example {@code transaction}
   */
  record Answered(
      Instant at,
      JournalRequest request,
      int status,
      @Nullable String code,
      long position,
      boolean replayed,
      Map<String, String> ids)
      implements JournalEntry {

    public Answered {
      ids = Map.copyOf(ids);
    }

    /** Whether the request was rejected. */
    public boolean refused() {
      return code != null && status >= 400 && status < 500;
    }

    /** Whether the server acknowledged the command as durable. */
    public boolean acknowledged() {
      return status >= 200 && status < 300 && position >= 0;
    }
  }

  /**
   * The client gave up without an answer: the command may or may not be done, but not twice.
   *
   * @param reason a text for people
   */
  record Unanswered(Instant at, JournalRequest request, String reason) implements JournalEntry {}

  /**
   * The head of the hash chain as it was then: a log that was cut or rewritten before it can never
   * show it again.
   *
   * @param position last position of a batch
   * @param hash in hexadecimal
   */
  record CheckpointKept(Instant at, long position, String hash) implements JournalEntry {}
}
