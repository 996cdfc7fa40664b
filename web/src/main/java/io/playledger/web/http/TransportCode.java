package io.playledger.web.http;

/** Reasons to refuse a request that are the transport's, not a context's. */
public enum TransportCode {
  /** The content does not have the shape asked for; {@code details} has one entry a field. */
  VALIDATION_FAILED(400, "Validation failed", "The request does not have the shape asked for."),
  /** The body is no JSON. */
  MALFORMED_BODY(400, "Malformed body", "The body is not well-formed JSON."),
  /** A changing request came without its key. */
  IDEMPOTENCY_KEY_MISSING(
      400, "Idempotency key missing", "Send an Idempotency-Key header with a UUID of your own."),
  /** A cursor that this list did not give, or gave for another filter. */
  INVALID_CURSOR(400, "Invalid cursor", "The cursor does not belong to this list and filter."),
  /** No token, or one that is forged, expired or withdrawn. */
  UNAUTHENTICATED(401, "Unauthenticated", "Send a valid access token."),
  /** Wrong e-mail or password. */
  CREDENTIALS_REJECTED(401, "Credentials rejected", "The e-mail or the password is wrong."),
  /** The password is right and the account has a second factor; {@code details.challenge}. */
  SECOND_FACTOR_NEEDED(
      401, "Second factor needed", "Send the challenge with a code to /auth/login/second-factor."),
  /** The roles of staff count only in a session that showed a second factor. */
  MFA_REQUIRED(
      403, "Second factor required", "Enrol a second factor, or show it, to use this role."),
  /** The second factor was shown too long ago for this. */
  STEP_UP_REQUIRED(403, "Step-up required", "Show your second factor again at /auth/mfa/step-up."),
  /** A refresh token that is unknown, expired or used before, or whose session has ended. */
  SESSION_ENDED(401, "Session ended", "This session has ended; log in again."),
  /** The account is shut out; {@code details.until} where the ban ends by itself. */
  ACCOUNT_BANNED(403, "Account banned", "This account is banned."),
  /** A cookie came without the header that only our own pages can send. */
  CSRF_REFUSED(
      403, "Cross-site request refused", "Send the header Playledger-Csrf: 1 beside the cookie."),
  /** The role does not allow it. */
  FORBIDDEN(403, "Forbidden", "Your roles do not allow this."),
  /** A page of another site, which is not on the list. */
  ORIGIN_NOT_ALLOWED(
      403, "Origin not allowed", "Pages of this origin are not allowed to use this API."),
  /** Nothing lives at this path. */
  NOT_FOUND(404, "Not found", "There is nothing at this path."),
  /** The path knows other methods. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "This path does not know that method."),
  /** Only JSON is answered. */
  NOT_ACCEPTABLE(406, "Not acceptable", "This path can not answer in any of the accepted types."),
  /** The state of things does not allow it now. */
  CONFLICT(409, "Conflict", "The state of things does not allow this now."),
  /** The first request with this key has no answer yet. */
  COMMAND_IN_FLIGHT(
      409,
      "Command in flight",
      "The first request with this Idempotency-Key is still being worked on; repeat it shortly."),
  /** The e-mail has an account. */
  EMAIL_TAKEN(409, "E-mail taken", "There is an account with this e-mail."),
  /** The name is somebody's. */
  USERNAME_TAKEN(409, "Username taken", "Somebody has this username."),
  /** The account has a password; it can be changed or reset. */
  PASSWORD_SET_ALREADY(
      409, "Password set already", "This account has a password; change it instead."),
  /** There is a second factor; remove it first. */
  MFA_ENROLLED_ALREADY(409, "Enrolled already", "This account has a second factor already."),
  /** There is no second factor. */
  MFA_NOT_ENROLLED(409, "Not enrolled", "This account has no second factor; enrol one first."),
  /** The address was not proved yet. */
  EMAIL_NOT_VERIFIED(409, "E-mail not verified", "Verify the e-mail address of the account first."),
  /** The account of this e-mail is not this person's for certain. */
  IDENTITY_NOT_LINKED(
      409,
      "Identity not linked",
      "An account has this e-mail address; log in to it, by a new password if need be, and link this"
          + " identity there."),
  /** Somebody else comes in with this identity. */
  IDENTITY_TAKEN(409, "Identity taken", "Another account has this identity."),
  /** One identity of a provider is enough. */
  PROVIDER_LINKED_ALREADY(
      409, "Linked already", "This account has an identity of that provider; unlink it first."),
  /** Nobody could come in any more. */
  LAST_WAY_IN(
      409,
      "Last way in",
      "Without it nobody could come into this account; set a password or link another identity"
          + " first."),
  /** The thing changed meanwhile. */
  PRECONDITION_FAILED(412, "Precondition failed", "It has changed since you read it."),
  /** Too much. */
  BODY_TOO_LARGE(413, "Body too large", "The body exceeds the limit of this server."),
  /** Only JSON is read. */
  MEDIA_TYPE_NOT_SUPPORTED(415, "Media type not supported", "Send application/json."),
  /** The key belongs to another request. */
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency key reused",
      "This Idempotency-Key was used for another request; take a new one."),
  /** A code that is wrong, was used, or belongs to nothing. */
  MFA_CODE_REJECTED(422, "Code rejected", "This code is not good, or not any more; use the next."),
  /** A journey to another site that was not begun in this browser, is over, or was ended before. */
  JOURNEY_REJECTED(
      422,
      "Journey rejected",
      "This was not begun in this browser, took too long, or was ended before; begin again."),
  /** The person, or the other site, said no. */
  PROVIDER_DENIED(422, "Denied by the provider", "The other site let nobody in; begin again."),
  /** What the other site said does not hold. */
  PROVIDER_REJECTED(
      422, "Provider rejected", "What the other site said could not be verified; begin again."),
  /** A token of a mail that is unknown, used up or over. */
  TOKEN_REJECTED(
      422, "Token rejected", "This token is not good, or not any more; ask for another."),
  /** Slower, please. */
  RATE_LIMITED(429, "Rate limited", "Too many requests; wait as Retry-After says."),
  /** A fault of ours. */
  INTERNAL_ERROR(500, "Internal error", "A fault of ours; the request id finds it in our logs."),
  /** It may work in a moment. Nothing was changed. */
  UNAVAILABLE(503, "Unavailable", "This can not be done just now; try again as Retry-After says."),
  /** Nobody knows yet whether the command took effect. */
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

  /** Short, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** One sentence that says what to do about it. */
  public String message() {
    return message;
  }

  /** The code that speaks for a bare HTTP status. */
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
