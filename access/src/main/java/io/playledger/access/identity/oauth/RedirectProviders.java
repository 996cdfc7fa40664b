package io.playledger.access.identity.oauth;

import io.playledger.access.identity.external.RedirectProvider;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The providers that are configured. */
public final class RedirectProviders {

  private final Map<String, RedirectProvider> byName = new TreeMap<>();

  RedirectProviders(List<RedirectProvider> providers) {
    for (RedirectProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are called " + provider.name());
      }
    }
  }

  /** The provider. Throws NOT_FOUND if it is not configured. */
  public RedirectProvider named(String name) {
    RedirectProvider provider = byName.get(name);
    if (provider == null) {
      throw ApiProblem.of(
          TransportCode.NOT_FOUND, "Sign-in through this site is not configured here.");
    }
    return provider;
  }
}
