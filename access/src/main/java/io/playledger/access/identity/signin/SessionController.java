package io.playledger.access.identity.signin;

import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.SessionSummary;
import io.playledger.access.identity.session.Sessions;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refresh, sessions and logout. */
@RestController
@RequestMapping(AuthController.BASE)
@Tag(name = "Accounts")
class SessionController {

  private final SignIns signIns;
  private final Sessions sessions;

  SessionController(SignIns signIns, Sessions sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
  }

  /**
   * @param refreshToken absent if it is in the cookie
   */
  record RefreshTokenRequest(
      @Schema(example = "plr_mAn5...") @Size(max = 128) @Nullable String refreshToken) {}

  record SessionsEndedView(int ended) {}

  /**
   * @param current whether this is the session of the request
   */
  record ListedSessionView(
      UUID id,
      String device,
      String address,
      Instant signedInAt,
      Instant usedAt,
      Instant expiresAt,
      boolean current) {}

  @Public
  @PostMapping("/refresh")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Refresh an access token",
      description =
          "Each refresh token is valid once; the reply carries the next one, in the body"
              + " or cookie as it was sent. A repeat from the same address and device gets the"
              + " same reply for a few seconds; any other second use ends the session. With the"
              + " cookie, send `Playledger-Csrf: 1`.")
  @Rejects(codes = {"ACCOUNT_BANNED", "CSRF_REFUSED", "SESSION_ENDED"})
  ResponseEntity<Answer<SessionAnswers.SessionView>> refresh(
      @Valid @RequestBody(required = false) @Nullable RefreshTokenRequest body,
      HttpServletRequest request) {
    Client client = Client.of(request, Optional.empty());
    Optional<String> inBody = inBody(body);
    if (inBody.isPresent()) {
      return SessionAnswers.of(signIns.refresh(inBody.get(), client), SessionAnswers.Place.BODY);
    }
    String inCookie =
        SessionAnswers.fromCookie(request)
            .orElseThrow(() -> ApiProblem.invalid("refreshToken", "is missing"));
    return SessionAnswers.of(signIns.refresh(inCookie, client), SessionAnswers.Place.COOKIE);
  }

  @Public
  @PostMapping("/logout")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Log out",
      description =
          "Ends the session of the refresh token, cookie or access token in the request."
              + " It is no error if the session has already ended. If the request names no"
              + " session, the reply is UNAUTHENTICATED.")
  @Rejects(codes = {"CSRF_REFUSED", "UNAUTHENTICATED"})
  ResponseEntity<Answer<SessionsEndedView>> logout(
      @Valid @RequestBody(required = false) @Nullable RefreshTokenRequest body,
      HttpServletRequest request) {
    int ended =
        inBody(body)
            .or(() -> SessionAnswers.fromCookie(request))
            .map(token -> sessions.endByToken(token, EndReason.LOGGED_OUT).isPresent() ? 1 : 0)
            .orElseGet(this::endOfBearer);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionAnswers.expiredCookie())
        .body(Answer.of(new SessionsEndedView(ended)));
  }

  @PostMapping("/logout-all")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Log out everywhere",
      description = "Ends all my sessions, including this one. Every device must log in again.")
  Answer<SessionsEndedView> logoutAll(SignedIn signedIn) {
    return Answer.of(new SessionsEndedView(sessions.endAll(signedIn.player(), EndReason.REVOKED)));
  }

  @GetMapping("/sessions")
  @Operation(
      summary = "List my sessions",
      description = "The most recently used session comes first.")
  Answer<List<ListedSessionView>> sessions(SignedIn signedIn) {
    return Answer.of(
        sessions.of(signedIn.player()).stream().map(one -> view(one, signedIn)).toList());
  }

  @DeleteMapping("/sessions/{id}")
  @RateLimited(RateGroup.AUTH)
  @Operation(summary = "End one of my sessions", description = "Takes effect within 5 seconds.")
  @Rejects(codes = "NOT_FOUND")
  Answer<SessionsEndedView> revoke(@PathVariable UUID id, SignedIn signedIn) {
    if (!sessions.end(signedIn.player(), id, EndReason.REVOKED)) {
      throw ApiProblem.of(TransportCode.NOT_FOUND, "You have no session with that id.");
    }
    return Answer.of(new SessionsEndedView(1));
  }

  private int endOfBearer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      throw ApiProblem.of(TransportCode.UNAUTHENTICATED);
    }
    return signedIn
        .session()
        .map(id -> sessions.end(signedIn.player(), id, EndReason.LOGGED_OUT) ? 1 : 0)
        .orElse(0);
  }

  private static Optional<String> inBody(@Nullable RefreshTokenRequest body) {
    return Optional.ofNullable(body).map(RefreshTokenRequest::refreshToken);
  }

  private static ListedSessionView view(SessionSummary session, SignedIn signedIn) {
    return new ListedSessionView(
        session.id(),
        session.device(),
        session.address(),
        session.signedInAt(),
        session.usedAt(),
        session.expiresAt(),
        signedIn.session().filter(session.id()::equals).isPresent());
  }
}
