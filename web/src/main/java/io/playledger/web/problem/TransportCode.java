package io.playledger.web.problem;

/** Reasons to refuse a request that belong to HTTP and not to a context. */
public enum TransportCode {
  /** The content is invalid; {@code details} has one entry per field. */
  VALIDATION_FAILED(
      400, "Validation failed", "The request has missing or invalid members; see details."),
  /** The body is not JSON. */
  MALFORMED_BODY(400, "Malformed body", "The body is not well-formed JSON."),
  /** A request that changes something has no idempotency key. */
  IDEMPOTENCY_KEY_MISSING(
      400,
      "Idempotency key missing",
      "The Idempotency-Key header is missing; send a new UUID for each request."),
  /** The cursor belongs to another list or filter. */
  INVALID_CURSOR(400, "Invalid cursor", "The cursor does not belong to this list and filter."),
  /** The token is missing, forged, expired or withdrawn. */
  UNAUTHENTICATED(
      401, "Unauthenticated", "The access token is missing, invalid or expired; send a valid one."),
  /** The e-mail address or password is wrong. */
  CREDENTIALS_REJECTED(401, "Credentials rejected", "The e-mail address or the password is wrong."),
  /** The password is right and the account has a second factor; {@code details.challenge}. */
  SECOND_FACTOR_NEEDED(
      401,
      "Second factor needed",
      "The account has a second factor; send the challenge with a code to"
          + " /auth/login/second-factor."),
  /** Roles of staff apply only in a session that has shown a second factor. */
  MFA_REQUIRED(
      403,
      "Second factor required",
      "This role requires a second factor; enrol one at /auth/mfa/enrol or show it at"
          + " /auth/mfa/step-up."),
  /** The second factor was shown too long ago for this. */
  STEP_UP_REQUIRED(
      403,
      "Step-up required",
      "This request requires a recent second factor; show it again at /auth/mfa/step-up."),
  /** The refresh token is unknown, expired or already used, or its session has ended. */
  SESSION_ENDED(401, "Session ended", "The session has ended; log in again."),
  /** The account is banned; {@code details.until} states the end of a temporary ban. */
  ACCOUNT_BANNED(403, "Account banned", "This account is banned."),
  /** A cookie was sent without the header that only our own pages can send. */
  CSRF_REFUSED(
      403,
      "Cross-site request refused",
      "A cookie was sent without the header Playledger-Csrf; send both."),
  /** The roles of the caller do not allow the operation. */
  FORBIDDEN(403, "Forbidden", "Your roles do not allow this."),
  /** The origin of the page is not on the list. */
  ORIGIN_NOT_ALLOWED(
      403, "Origin not allowed", "Pages of this origin are not allowed to use this API."),
  /** There is nothing at this path. */
  NOT_FOUND(404, "Not found", "There is nothing at this path."),
  /** The path supports other methods only. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "This path does not support that method."),
  /** Replies are JSON only. */
  NOT_ACCEPTABLE(
      406,
      "Not acceptable",
      "This path cannot answer in any of the accepted types; accept application/json."),
  /** The current state does not allow the request. */
  CONFLICT(409, "Conflict", "The current state does not allow this request."),
  /** The first request with this key has no answer yet. */
  COMMAND_IN_FLIGHT(
      409,
      "Command in flight",
      "The first request with this Idempotency-Key is still in progress; repeat it shortly."),
  /** An account has this e-mail address. */
  EMAIL_TAKEN(409, "E-mail taken", "An account with this e-mail address exists already."),
  /** The username is taken. */
  USERNAME_TAKEN(409, "Username taken", "This username is taken; choose another."),
  /** The account has a password; it can be changed or reset. */
  PASSWORD_SET_ALREADY(
      409, "Password set already", "This account has a password already; change it instead."),
  /** The account has a second factor already. */
  MFA_ENROLLED_ALREADY(409, "Enrolled already", "This account has a second factor already."),
  /** The account has no second factor. */
  MFA_NOT_ENROLLED(409, "Not enrolled", "This account has no second factor; enrol one first."),
  /** The e-mail address is not verified yet. */
  EMAIL_NOT_VERIFIED(
      409,
      "E-mail not verified",
      "The e-mail address of this account is not verified; verify it first."),
  /** It is not certain that the account of this e-mail address belongs to the person. */
  IDENTITY_NOT_LINKED(
      409,
      "Identity not linked",
      "An account with this e-mail address exists; log in to it, with a new password"
          + " if necessary, and link this identity there."),
  /** Another account has this identity. */
  IDENTITY_TAKEN(409, "Identity taken", "This identity is linked to another account."),
  /** The account already has an identity of this provider. */
  PROVIDER_LINKED_ALREADY(
      409,
      "Linked already",
      "This account is already linked to this provider; unlink that identity first."),
  /** It is the last way to sign in to the account. */
  LAST_WAY_IN(
      409,
      "Last way in",
      "This is the last way to sign in to this account; set a password or link"
          + " another identity first."),
  /** The resource has changed meanwhile. */
  PRECONDITION_FAILED(
      412, "Precondition failed", "The resource has changed since you read it; read it again."),
  /** The body is too large. */
  BODY_TOO_LARGE(413, "Body too large", "The body is larger than this server accepts."),
  /** Requests must be JSON. */
  MEDIA_TYPE_NOT_SUPPORTED(
      415, "Media type not supported", "This media type is not supported; send application/json."),
  /** The key belongs to another request. */
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency key reused",
      "This Idempotency-Key was used for another request; send a new one."),
  /** The code is wrong or was already used. */
  MFA_CODE_REJECTED(
      422, "Code rejected", "The code is wrong or was already used; send the next one."),
  /** The sign-in attempt was not started in this browser, has expired, or was already completed. */
  JOURNEY_REJECTED(
      422,
      "Journey rejected",
      "This sign-in was not started in this browser, has expired or was already"
          + " completed; start again."),
  /** The person or the other site denied the sign-in. */
  PROVIDER_DENIED(422, "Denied by the provider", "The other site denied the sign-in; start again."),
  /** The statement of the other site could not be verified. */
  PROVIDER_REJECTED(
      422, "Provider rejected", "The reply of the other site could not be verified; start again."),
  /** The mailed token is unknown, used or expired. */
  TOKEN_REJECTED(
      422, "Token rejected", "The token is invalid, expired or already used; request a new one."),
  /** Too many requests. */
  RATE_LIMITED(429, "Rate limited", "Too many requests; retry after Retry-After seconds."),
  /** An internal error. */
  INTERNAL_ERROR(
      500, "Internal error", "The server failed; quote the request id when you report it."),
  /** The request can be retried in a moment. Nothing was changed. */
  UNAVAILABLE(
      503,
      "Unavailable",
      "The server cannot do this at the moment; retry after Retry-After seconds."),
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
  public static TransportCode ofStatus(int status) {
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
