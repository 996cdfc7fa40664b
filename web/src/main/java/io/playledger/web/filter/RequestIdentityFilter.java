package io.playledger.web.filter;

import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.http.Headers;
import io.playledger.web.http.Ids;
import io.playledger.web.http.KeyedHash;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id and a correlation id, in the reply, in the log and in the events. The
 * client can choose them: 8 to 64 letters, digits, dots, hyphens and underscores; any other value
 * is replaced.
 */
public final class RequestIdentityFilter extends OncePerRequestFilter {

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Supplier<KeyedHash> addresses;

  public RequestIdentityFilter(Supplier<KeyedHash> addresses) {
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String requestId = saneOr(request.getHeader(Headers.REQUEST_ID), Ids.next().toString());
    String correlationId = saneOr(request.getHeader(Headers.CORRELATION_ID), requestId);
    request.setAttribute(
        RequestOrigin.ATTRIBUTE,
        new RequestOrigin(requestId, correlationId, addresses.get().hex(request.getRemoteAddr())));
    response.setHeader(Headers.REQUEST_ID, requestId);
    response.setHeader(Headers.CORRELATION_ID, correlationId);
    MDC.put("requestId", requestId);
    MDC.put("correlationId", correlationId);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove("requestId");
      MDC.remove("correlationId");
    }
  }

  private static String saneOr(@Nullable String given, String otherwise) {
    return given != null && SANE.matcher(given).matches() ? given : otherwise;
  }
}
