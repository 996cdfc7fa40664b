package io.playledger.api;

import java.util.Objects;

/** A reason to reject a command. Each context has its own enum. */
public interface RejectionCode {

  /** Stable, upper snake case; part of the HTTP contract. */
  String name();

  /** The category and the message. */
  Reason reason();

  /** The category of the rejection, which decides the HTTP status. */
  default Category category() {
    return reason().category();
  }

  /** One sentence that says what is wrong and what would be right. */
  default String message() {
    return reason().message();
  }

  /**
   * The meaning of a code.
   *
   * @param category decides the HTTP status
   * @param message one sentence that says what is wrong and what would be right
   */
  record Reason(Category category, String message) {

    public Reason {
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(message, "message");
    }
  }

  /** Categories of rejections with their HTTP status. */
  enum Category {
    /** The object does not exist: 404. */
    NOT_FOUND,
    /** The current state does not allow the command: 409. */
    CONFLICT,
    /** The content is valid JSON of the right shape but breaks a rule: 422. */
    RULE,
    /** The actor is not allowed to change this object: 403. */
    NOT_ALLOWED,
    /** The version named by If-Match is not the current one: 412. */
    STALE
  }
}
