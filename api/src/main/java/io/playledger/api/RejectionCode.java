package io.playledger.api;

import java.util.Objects;

/** A reason to refuse a command. Each context has an enum of its own. */
public interface RejectionCode {

  /** Stable, upper snake case; part of the HTTP contract. */
  String name();

  /** What kind of refusal it is, and what to do about it. */
  Reason reason();

  /** What kind of refusal it is; decides the HTTP status. */
  default Category category() {
    return reason().category();
  }

  /** One sentence that says what to do about it. */
  default String message() {
    return reason().message();
  }

  /**
   * What a code stands for.
   *
   * @param category decides the HTTP status
   * @param message one sentence that says what to do about it
   */
  record Reason(Category category, String message) {

    public Reason {
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(message, "message");
    }
  }

  /** Kinds of refusal with their HTTP status. */
  enum Category {
    /** The thing named does not exist: 404. */
    NOT_FOUND,
    /** The state of things does not allow it now: 409. */
    CONFLICT,
    /** The content is understood and breaks a rule: 422. */
    RULE,
    /** The actor may not do this to this thing: 403. */
    NOT_ALLOWED,
    /** The version named by If-Match is not the current one: 412. */
    STALE
  }
}
