package io.playledger.web.call;

import io.playledger.api.identity.Role;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.KeyAuthentication;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.Refusals;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Decides before a controller runs whether the caller is allowed. An operation needs a login unless
 * it is marked {@link Public}, one of the roles of {@link RequiresRole} if it has that mark, and
 * accepts an API key if it is marked {@link AcceptsApiKey}.
 */
public final class AuthorityInterceptor implements HandlerInterceptor {

  private static final String OURS = "io.playledger.";

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Role[] NO_ROLE = {};

  private final Refusals refusals;

  public AuthorityInterceptor(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith(OURS)) {
      return true;
    }
    RequiresRole required = marked(method, RequiresRole.class);
    if (required == null && marked(method, Public.class) != null) {
      return true;
    }
    SignedIn signedIn = signedIn();
    Role[] wanted = required == null ? NO_ROLE : required.value();
    if (SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication key) {
      wanted = wantedOfKey(request, key, marked(method, AcceptsApiKey.class), wanted);
    }
    Role actingRole = actingRole(request, signedIn, wanted);
    if (SignedIn.STAFF.contains(actingRole)
        && signedIn.stepUp() == SignedIn.StepUp.STALE
        && !READING.contains(request.getMethod())) {
      throw ApiProblem.of(TransportCode.STEP_UP_REQUIRED);
    }
    request.setAttribute(CallerResolver.CALLER, caller(request, signedIn, actingRole));
    return true;
  }

  /** An operation without the mark accepts no keys. */
  private Role[] wantedOfKey(
      HttpServletRequest request,
      KeyAuthentication key,
      @Nullable AcceptsApiKey accepted,
      Role[] required) {
    if (accepted == null) {
      refused(request, key.getPrincipal());
      throw ApiProblem.of(TransportCode.FORBIDDEN, "This operation does not accept API keys.");
    }
    if (!key.scopes().contains(accepted.value())) {
      refused(request, key.getPrincipal());
      throw ApiProblem.of(
          TransportCode.FORBIDDEN,
          "This operation requires an API key with the scope " + accepted.value().wireName() + ".");
    }
    return accepted.ownerRoles().length == 0 ? required : accepted.ownerRoles();
  }

  private Role actingRole(HttpServletRequest request, SignedIn signedIn, Role[] wanted) {
    if (wanted.length == 0) {
      return Role.PLAYER;
    }
    for (Role role : wanted) {
      if (signedIn.roles().contains(role)) {
        return role;
      }
    }
    if (Stream.of(wanted).anyMatch(signedIn.withheld()::contains)) {
      throw ApiProblem.of(TransportCode.MFA_REQUIRED);
    }
    refused(request, signedIn);
    throw ApiProblem.of(TransportCode.FORBIDDEN);
  }

  private void refused(HttpServletRequest request, SignedIn signedIn) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    refusals.refused(
        signedIn.player(),
        request.getMethod() + " " + pattern,
        (RequestOrigin) request.getAttribute(RequestOrigin.ATTRIBUTE));
  }

  private static Caller caller(HttpServletRequest request, SignedIn signedIn, Role actingRole) {
    RequestOrigin origin = (RequestOrigin) request.getAttribute(RequestOrigin.ATTRIBUTE);
    return new Caller(
        signedIn.player(),
        signedIn.roles(),
        actingRole,
        origin.requestId(),
        origin.correlationId(),
        origin.addressHash());
  }

  static SignedIn signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw ApiProblem.of(TransportCode.UNAUTHENTICATED);
  }

  private static <A extends Annotation> @Nullable A marked(HandlerMethod method, Class<A> mark) {
    A onMethod = method.getMethodAnnotation(mark);
    return onMethod != null
        ? onMethod
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), mark);
  }
}
