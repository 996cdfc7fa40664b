package io.playledger.web.http;

/** Reasons to refuse a request that belong to HTTP and not to a context. */
public enum TransportCode {
  /** The content is invalid; {@code details} has one entry per field. */
  VALIDATION_FAILED(400, "Validation failed", "The request does not have the shape asked for."),
  /** The body is not JSON. */
  MALFORMED_BODY(400, "Malformed body", "The body is not well-formed JSON."),
  /** A request that changes something has no idempotency key. */
  IDEMPOTENCY_KEY_MISSING(
      400, "Idempotency key missing", "Send an Idempotency-Key header with a UUID of your own."),
  /** The cursor belongs to another list or filter. */
  INVALID_CURSOR(400, "Invalid cursor", "The cursor does not belong to this list and filter."),
  /** The token is missing, forged, expired or withdrawn. */
  UNAUTHENTICATED(401, "Unauthenticated", "Send a valid access token."),
  /** The e-mail address or password is wrong. */
  CREDENTIALS_REJECTED(401, "Credentials rejected", "The e-mail or the password is wrong."),
  /** The password is right and the account has a second factor; {@code details.challenge}. */
  SECOND_FACTOR_NEEDED(
      401, "Second factor needed", "Send the challenge with a code to /auth/login/second-factor."),
  /** Roles of staff apply only in a session that has shown a second factor. */
  MFA_REQUIRED(
      403, "Second factor required", "Enrol a second factor, or show it, to use this role."),
  /** The second factor was shown too long ago for this. */
  STEP_UP_REQUIRED(403, "Step-up required", "Show your second factor again at /auth/mfa/step-up."),
  /** The refresh token is unknown, expired or already used, or its session has ended. */
  SESSION_ENDED(401, "Session ended", "This session has ended; log in again."),
  /** The account is banned; {@code details.until} states the end of a temporary ban. */
  ACCOUNT_BANNED(403, "Account banned", "This account is banned."),
  /** A cookie was sent without the header that only our own pages can send. */
  CSRF_REFUSED(
      403, "Cross-site request refused", "Send the header Playledger-Csrf: 1 beside the cookie."),
  /** The roles of the caller do not allow the operation. */
  FORBIDDEN(403, "Forbidden", "Your roles do not allow this."),
  /** The origin of the page is not on the list. */
  ORIGIN_NOT_ALLOWED(
      403, "Origin not allowed", "Pages of this origin are not allowed to use this API."),
  /** There is nothing at this path. */
  NOT_FOUND(404, "Not found", "There is nothing at this path."),
  /** The path supports other methods only. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "This path does not know that method."),
  /** Replies are JSON only. */
  NOT_ACCEPTABLE(406, "Not acceptable", "This path can not answer in any of the accepted types."),
  /** The current state does not allow the request. */
  CONFLICT(409, "Conflict", "The state of things does not allow this now."),
  /** The first request with this key has no answer yet. */
  COMMAND_IN_FLIGHT(
      409,
      "Command in flight",
      "The first request with this Idempotency-Key is still being worked on; repeat it shortly."),
  /** An account has this e-mail address. */
  EMAIL_TAKEN(409, "E-mail taken", "There is an account with this e-mail."),
  /** The username is taken. */
  USERNAME_TAKEN(409, "Username taken", "Somebody has this username."),
  /** The account has a password; it can be changed or reset. */
  PASSWORD_SET_ALREADY(
      409, "Password set already", "This account has a password; change it instead."),
  /** The account has a second factor already. */
  MFA_ENROLLED_ALREADY(409, "Enrolled already", "This account has a second factor already."),
  /** The account has no second factor. */
  MFA_NOT_ENROLLED(409, "Not enrolled", "This account has no second factor; enrol one first."),
  /** The e-mail address is not verified yet. */
  EMAIL_NOT_VERIFIED(409, "E-mail not verified", "Verify the e-mail address of the account first."),
  /** It is not certain that the account of this e-mail address belongs to the person. */
  IDENTITY_NOT_LINKED(
      409,
      "Identity not linked",
      "An account has this e-mail address; log in to it, by a new password if need be, and link"
          + " this identity there."),
  /** Another account has this identity. */
  IDENTITY_TAKEN(409, "Identity taken", "Another account has this identity."),
  /** The account already has an identity of this provider. */
  PROVIDER_LINKED_ALREADY(
      409, "Linked already", "This account has an identity of that provider; unlink it first."),
  /** It is the last way to sign in to the account. */
  LAST_WAY_IN(
      409,
      "Last way in",
      "Without it nobody could come into this account; set a password or link another identity"
          + " first."),
  /** The resource has changed meanwhile. */
  PRECONDITION_FAILED(412, "Precondition failed", "It has changed since you read it."),
  /** The body is too large. */
  BODY_TOO_LARGE(413, "Body too large", "The body exceeds the limit of this server."),
  /** Requests must be JSON. */
  MEDIA_TYPE_NOT_SUPPORTED(415, "Media type not supported", "Send application/json."),
  /** The key belongs to another request. */
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency key reused",
      "This Idempotency-Key was used for another request; take a new one."),
  /** The code is wrong or was already used. */
  MFA_CODE_REJECTED(422, "Code rejected", "This code is not good, or not any more; use the next."),
  /** The sign-in attempt was not started in this browser, has expired, or was already completed. */
  JOURNEY_REJECTED(
      422,
      "Journey rejected",
      "This was not begun in this browser, took too long, or was ended before; begin again."),
  /** The person or the other site denied the sign-in. */
  PROVIDER_DENIED(422, "Denied by the provider", "The other site let nobody in; begin again."),
  /** The statement of the other site could not be verified. */
  PROVIDER_REJECTED(
      422, "Provider rejected", "What the other site said could not be verified; begin again."),
  /** The mailed token is unknown, used or expired. */
  TOKEN_REJECTED(
      422, "Token rejected", "This token is not good, or not any more; ask for another."),
  /** Too many requests. */
  RATE_LIMITED(429, "Rate limited", "Too many requests; wait as Retry-After says."),
  /** An internal error. */
  INTERNAL_ERROR(500, "Internal error", "A fault of ours; the request id finds it in our logs."),
  /** The request can be retried in a moment. Nothing was changed. */
  UNAVAILABLE(503, "Unavailable", "This can not be done just now; try again as Retry-After says."),
  /** It is not known yet whether the command took effect. */
  OUTCOME_UNKNOWN(
      503,
      "Outcome unknown",
      "The command may or may not have taken effect; repeat it with the same Idempotency-Key.");

  private final int status;
  private final String title;
  private final String message;

  TransportCode(int status, String title, String message) {
    this.status = status;
    this.title = title;
    this.message = message;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** A short title, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** One sentence that says what is wrong and what would be right. */
  public String message() {
    return message;
  }

  /** The code of an HTTP status without a body. */
  static TransportCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 412 -> PRECONDITION_FAILED;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> MEDIA_TYPE_NOT_SUPPORTED;
      case 429 -> RATE_LIMITED;
      case 503 -> UNAVAILABLE;
      default -> status >= 400 && status < 500 ? VALIDATION_FAILED : INTERNAL_ERROR;
    };
  }
}
