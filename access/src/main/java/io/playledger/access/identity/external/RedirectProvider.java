package io.playledger.access.identity.external;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;

/**
 * A site to which a browser is redirected and from which it returns with the identity of the
 * person. The caller ensures that a journey is valid once, in one browser, within ten minutes; the
 * provider verifies the identity.
 */
public interface RedirectProvider {

  /** The name as in paths: {@code google}. It is a part of stored hashes, so it never changes. */
  String name();

  /**
   * The redirect to the site.
   *
   * @param request the browser's request
   * @param state value of the parameter {@code state}; the name of this journey
   */
  Departure depart(HttpServletRequest request, String state);

  /**
   * The verified person after the return. Throws PROVIDER_DENIED if the person or the site denied
   * the sign-in, PROVIDER_REJECTED if it cannot be verified, UNAVAILABLE if the site does not
   * answer.
   */
  ExternalPerson arrive(Arrival arrival);

  /**
   * The departure to the site.
   *
   * @param secrets secrets for the return, stored encrypted meanwhile
   */
  record Departure(URI goTo, Map<String, String> secrets) {}

  /**
   * The return from the site.
   *
   * @param parameters parameters of the query, each sent once
   * @param secrets secrets of the departure
   */
  record Arrival(String state, Map<String, String> parameters, Map<String, String> secrets) {}
}
