package io.playledger.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * The security headers. Replies of the API can do nothing in a browser; the API page and the pages
 * of mailed links can load files of this server, but nothing inline. The headers are on every
 * reply, including those that end before Spring Security or any filter.
 */
final class SecurityHeaders {

  private static final String DATA_POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Swagger UI has one inline style element, which is allowed by its hash. */
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

  private static final List<HeaderWriter> WRITERS =
      List.of(
          SecurityHeaders::contentPolicy,
          new XContentTypeOptionsHeaderWriter(),
          new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
          new CacheControlHeadersWriter(),
          // if the client used TLS
          new HstsHeaderWriter(),
          new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
          new PermissionsPolicyHeaderWriter(PERMISSIONS),
          openerPolicy(),
          resourcePolicy());

  private SecurityHeaders() {}

  /** Adds the headers when a reply is committed, so that a controller's cache headers are kept. */
  static HeaderWriterFilter filter() {
    return new HeaderWriterFilter(WRITERS);
  }

  /** Adds the headers to a reply that passes no filter. */
  static void write(HttpServletRequest request, HttpServletResponse response) {
    WRITERS.forEach(writer -> writer.writeHeaders(request, response));
  }

  private static HeaderWriter openerPolicy() {
    CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
    writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    return writer;
  }

  private static HeaderWriter resourcePolicy() {
    CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
    writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
    return writer;
  }

  private static boolean isPage(String path) {
    return path.startsWith(PAGES) || MailedLinkPages.isOne(path);
  }

  private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
    // an invalid HTTP request has no path
    String path = request.getRequestURI();
    response.setHeader(
        "Content-Security-Policy", path != null && isPage(path) ? PAGE_POLICY : DATA_POLICY);
  }
}
