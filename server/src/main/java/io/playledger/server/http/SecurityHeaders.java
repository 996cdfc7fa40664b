package io.playledger.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers are told to refuse. The API serves data, which may do nothing at all in a browser;
 * the page to try it may load what lies beside it, and nothing that stands inline.
 */
public final class SecurityHeaders {

  private static final String DATA_POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Swagger UI colours its logo by one style element, known by its hash. */
  private static final String LOGO = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' "
          + LOGO
          + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";
  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " microphone=(), midi=(), payment=(), usb=()";
  private static final String PAGES = "/swagger-ui/";

  private SecurityHeaders() {}

  /**
   * Adds the headers to those that Spring Security writes by itself: nosniff, no frames, no
   * caching, and HSTS where the client spoke TLS.
   */
  public static void addTo(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(SecurityHeaders::contentPolicy)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        request.getRequestURI().startsWith(PAGES) ? PAGE_POLICY : DATA_POLICY);
  }
}
