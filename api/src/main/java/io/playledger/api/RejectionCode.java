package io.playledger.api;

/** A reason to refuse a command. Each context has an enum of its own. */
public interface RejectionCode {

  /** Stable, upper snake case; part of the HTTP contract. */
  String name();

  /** What kind of refusal it is; decides the HTTP status. */
  Category category();

  /** One sentence that says what to do about it. */
  String message();

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
