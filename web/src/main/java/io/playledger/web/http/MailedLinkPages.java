package io.playledger.web.http;

import java.util.Set;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;

/**
 * The pages that the links of mails lead to where no front end has pages of its own for them: one
 * document, whose script does what its path says.
 */
final class MailedLinkPages {

  /** As they stand in mails. */
  static final Set<String> PATHS =
      Set.of(
          "/verify-email",
          "/reset-password",
          "/forgot-password",
          "/confirm-email",
          "/account/identities");

  private static final String DOCUMENT = "/mailed-link.html";

  private MailedLinkPages() {}

  /**
   * Under the path that was asked for, or the one it is forwarded to where the request is wrapped.
   */
  static boolean isOne(String path) {
    return PATHS.contains(path) || path.equals(DOCUMENT);
  }

  static void addTo(ViewControllerRegistry registry) {
    PATHS.forEach(path -> registry.addViewController(path).setViewName("forward:" + DOCUMENT));
  }
}
