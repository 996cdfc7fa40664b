package io.playledger.web.filter;

import java.util.Set;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;

/**
 * The pages of mailed links, for installations without a front end: one document, whose script acts
 * according to the path.
 */
public final class MailedLinkPages {

  /** The paths in mails. */
  public static final Set<String> PATHS =
      Set.of(
          "/verify-email",
          "/reset-password",
          "/forgot-password",
          "/confirm-email",
          "/account/identities");

  private static final String DOCUMENT = "/mailed-link.html";

  private MailedLinkPages() {}

  /** Whether this is the requested path, or the one to which a wrapped request is forwarded. */
  static boolean isOne(String path) {
    return PATHS.contains(path) || path.equals(DOCUMENT);
  }

  static void addTo(ViewControllerRegistry registry) {
    PATHS.forEach(path -> registry.addViewController(path).setViewName("forward:" + DOCUMENT));
  }
}
