package io.playledger.web.limit;

import io.playledger.api.identity.Role;
import io.playledger.web.authority.KeyAuthentication;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.filter.ClientNetwork;
import io.playledger.web.http.Headers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts every request that has a handler, after authentication and before anything else. States
 * the remaining quota in the headers of the reply.
 */
public final class RateLimitInterceptor implements HandlerInterceptor {

  private static final Set<Role> OWNERS = EnumSet.of(Role.SERVER_OWNER, Role.DEVELOPER);
  private static final Set<Role> PREFERRED =
      EnumSet.of(Role.PREMIUM, Role.MODERATOR, Role.AUDITOR, Role.ANALYST, Role.ADMIN);

  private final RateLimiter limiter;
  private final ClientNetwork networks;
  private final Map<Method, RateGroup> groups = new ConcurrentHashMap<>();

  RateLimitInterceptor(RateLimiter limiter, RateLimitSettings settings) {
    this.limiter = limiter;
    this.networks = new ClientNetwork(settings.ipv6PrefixBits());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    spend(group(handler), client(request), response);
    return true;
  }

  /**
   * Counts a request that was refused before it reached its handler, like one without a login.
   *
   * @throws io.playledger.web.problem.ApiProblem RATE_LIMITED if there are too many
   */
  public void unauthenticated(HttpServletRequest request, HttpServletResponse response) {
    spend(
        RateGroup.EVERYTHING,
        CountedClient.anonymous(networks.of(request.getRemoteAddr())),
        response);
  }

  private void spend(RateGroup group, CountedClient client, HttpServletResponse response) {
    Spending spending = limiter.spend(group, client);
    if (spending.isReported()) {
      response.setHeader(Headers.RATE_LIMIT_POLICY, spending.policies());
      response.setHeader(Headers.RATE_LIMIT, spending.states());
    }
    if (spending.isRefused()) {
      throw RateLimiter.problem(spending);
    }
  }

  private RateGroup group(Object handler) {
    return handler instanceof HandlerMethod method
        ? groups.computeIfAbsent(method.getMethod(), same -> marked(method))
        : RateGroup.EVERYTHING;
  }

  /** The group of the handler, in addition to {@code EVERYTHING}. */
  static RateGroup marked(HandlerMethod method) {
    RateLimited mark = method.getMethodAnnotation(RateLimited.class);
    if (mark == null) {
      mark = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RateLimited.class);
    }
    return mark == null ? RateGroup.EVERYTHING : mark.value();
  }

  private CountedClient client(HttpServletRequest request) {
    String address = networks.of(request.getRemoteAddr());
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof KeyAuthentication key) {
      return new CountedClient(Counted.API_KEY, key.key().toString(), address);
    }
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? new CountedClient(tier(signedIn.roles()), signedIn.player().toString(), address)
        : CountedClient.anonymous(address);
  }

  private static Counted tier(Set<Role> roles) {
    Counted tier = Counted.PLAYER;
    for (Role role : roles) {
      if (PREFERRED.contains(role)) {
        return Counted.PREMIUM;
      }
      if (OWNERS.contains(role)) {
        tier = Counted.SERVER_OWNER;
      }
    }
    return tier;
  }
}
