package io.playledger.access.identity.password;

import io.playledger.web.problem.ApiProblem;

/** The rules of new passwords. */
public final class PasswordRules {

  public static final int CHARS_MIN = 8;
  public static final int CHARS_MAX = 128;

  /** Requires an upper-case letter, a lower-case letter and a digit. */
  public static final String SHAPE = "(?s)(?=.*\\p{Lu})(?=.*\\p{Ll})(?=.*\\p{Nd}).*";

  public static final String SHAPE_RULE =
      "needs an upper-case letter, a lower-case letter and a digit";

  private final BreachedPasswords breached;

  PasswordRules(BreachedPasswords breached) {
    this.breached = breached;
  }

  /**
   * Throws VALIDATION_FAILED for this field if the password is not valid text or is known from a
   * breach.
   */
  public void check(String field, String password) {
    if (!Passwords.isWellFormed(password)) {
      throw ApiProblem.invalid(field, "has an incomplete Unicode character");
    }
    if (breached.contains(password)) {
      throw ApiProblem.invalid(field, "is known from a data breach; choose another password");
    }
  }
}
