package io.playledger.access.apikey;

import io.playledger.web.authority.KeyAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts requests with API keys, including refused ones. */
final class ApiKeyUsageInterceptor implements HandlerInterceptor {

  private final ApiKeyUsage usage;

  ApiKeyUsageInterceptor(ApiKeyUsage usage) {
    this.usage = usage;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication key
        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern) {
      usage.count(key.key(), request.getMethod() + " " + pattern);
    }
    return true;
  }
}
