package io.playledger.access.identity.external;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;

/**
 * Another site that a browser is sent to and comes back from with word of who is there. What lies
 * around it (one journey in one browser once, within ten minutes) is the caller's business; that
 * the word is true is the provider's.
 */
public interface RedirectProvider {

  /** As in paths: {@code google}. Part of stored hashes, so it never changes. */
  String name();

  /**
   * Where the browser goes.
   *
   * @param request that the browser came with
   * @param state to come back in the parameter {@code state}; the name of this journey
   */
  Departure depart(HttpServletRequest request, String state);

  /**
   * Who came back, after everything was verified. PROVIDER_DENIED where the person or the site said
   * no, PROVIDER_REJECTED where it does not hold, UNAVAILABLE where the site can not be asked.
   */
  ExternalPerson arrive(Arrival arrival);

  /**
   * On the way.
   *
   * @param secrets to have at hand when the browser is back; kept sealed meanwhile
   */
  record Departure(URI goTo, Map<String, String> secrets) {}

  /**
   * Back again.
   *
   * @param parameters of the query, each of which came once
   * @param secrets of the departure
   */
  record Arrival(String state, Map<String, String> parameters, Map<String, String> secrets) {}
}
