package io.playledger.access.apikey;

import io.playledger.web.authority.KeyAuthentication;
import io.playledger.web.http.Headers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates requests with an API key. A key that is sent must be valid, even on public
 * operations.
 */
public final class ApiKeyFilter extends OncePerRequestFilter {

  private final KnownKeys keys;
  private final AuthenticationEntryPoint refused;

  ApiKeyFilter(KnownKeys keys, AuthenticationEntryPoint refused) {
    this.keys = keys;
    this.refused = refused;
  }

  /** A filter that handles invalid keys in this way. */
  public interface Factory {
    ApiKeyFilter refusingBy(AuthenticationEntryPoint refused);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String secret = request.getHeader(Headers.API_KEY);
    if (secret == null) {
      chain.doFilter(request, response);
      return;
    }
    // a key together with a token is ambiguous
    Optional<KeyAuthentication> caller =
        request.getHeader(HttpHeaders.AUTHORIZATION) != null
            ? Optional.empty()
            : keys.authenticate(new ApiKeySecret(secret), request.getRemoteAddr());
    if (caller.isEmpty()) {
      refused.commence(request, response, new BadCredentialsException("the API key is not valid"));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(caller.get());
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
