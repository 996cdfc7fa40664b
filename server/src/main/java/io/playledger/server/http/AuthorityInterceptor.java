package io.playledger.server.http;

import io.playledger.api.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Decides before a controller runs whether the caller may. What is not marked {@link Public} needs
 * a login; what is marked {@link RequiresRole} needs one of its roles, and what is marked {@link
 * AcceptsApiKey} may be asked with a key too.
 */
public final class AuthorityInterceptor implements HandlerInterceptor {

  private static final String OURS = "io.playledger.";

  private static final Set<String> READING = Set.of("GET", "HEAD");

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
    keyAllows(marked(method, AcceptsApiKey.class));
    Role actingRole =
        actingRole(signedIn.roles(), required)
            .orElseThrow(() -> refusal(request, signedIn, required));
    if (SignedIn.STAFF.contains(actingRole)
        && signedIn.stepUp() == SignedIn.StepUp.STALE
        && !READING.contains(request.getMethod())) {
      throw ApiProblem.of(TransportCode.STEP_UP_REQUIRED);
    }
    request.setAttribute(CallerResolver.CALLER, caller(request, signedIn, actingRole));
    return true;
  }

  private ApiProblem refusal(HttpServletRequest request, SignedIn signedIn, RequiresRole required) {
    if (Stream.of(required.value()).anyMatch(signedIn.withheld()::contains)) {
      return ApiProblem.of(TransportCode.MFA_REQUIRED);
    }
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    refusals.refused(
        signedIn.player(),
        request.getMethod() + " " + pattern,
        (RequestOrigin) request.getAttribute(RequestOrigin.ATTRIBUTE));
    return ApiProblem.of(TransportCode.FORBIDDEN);
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

  /** What says nothing of keys accepts none. */
  private static void keyAllows(AcceptsApiKey accepted) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication key) {
      if (accepted == null) {
        throw ApiProblem.of(TransportCode.FORBIDDEN, "API keys are not accepted here.");
      }
      if (!key.scopes().contains(accepted.value())) {
        throw ApiProblem.of(
            TransportCode.FORBIDDEN,
            "This needs an API key with the scope " + accepted.value().wireName() + ".");
      }
    }
  }

  private static Optional<Role> actingRole(Set<Role> roles, RequiresRole required) {
    if (required == null) {
      return Optional.of(Role.PLAYER);
    }
    for (Role role : required.value()) {
      if (roles.contains(role)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  private static <A extends Annotation> A marked(HandlerMethod method, Class<A> mark) {
    A onMethod = method.getMethodAnnotation(mark);
    return onMethod != null
        ? onMethod
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), mark);
  }
}
