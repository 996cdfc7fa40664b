package io.playledger.access.identity.oauth;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in through other sites. A site is enabled by its client id.
 *
 * @param callbackBase address at which browsers reach this server; at the site, register {@code
 *     <callback-base>/api/v1/auth/<site>/callback}
 * @param frontEnds addresses to which a browser can be redirected after a sign-in, compared
 *     exactly, with {@code ?code=} or {@code ?error=} added; the first is the default; without any,
 *     the code is returned as JSON
 * @param timeout timeout of each request to a provider
 * @param stepsMax sign-ins in progress at the same time
 */
@Validated
@ConfigurationProperties("playledger.identity.oauth")
public record OAuthSettings(
    @DefaultValue("http://localhost:8080") @NotNull URI callbackBase,
    @DefaultValue @NotNull List<URI> frontEnds,
    @DefaultValue("5s") @NotNull Duration timeout,
    @DefaultValue @NotNull Site google,
    @DefaultValue @NotNull Site discord,
    @DefaultValue @NotNull Site epic) {

  public OAuthSettings {
    frontEnds = List.copyOf(frontEnds);
    requireAbsolute("callback-base", callbackBase);
    frontEnds.forEach(frontEnd -> requireAbsolute("front-ends", frontEnd));
  }

  /** The address to which the provider of this name redirects browsers. */
  public URI callback(String provider) {
    return URI.create(base() + "/api/v1/auth/" + provider + "/callback");
  }

  /** The address without a trailing slash. */
  public String base() {
    return callbackBase.toString().replaceFirst("/+$", "");
  }

  /**
   * The client registration at the site, and addresses of the site that differ from the public
   * ones.
   *
   * @param clientId client id at the site, which is {@code google}, {@code discord} or {@code
   *     epic}; empty to disable the sign-in through it
   * @param clientSecret client secret at the site; keep it in the environment: {@code
   *     PLAYLEDGER_IDENTITY_OAUTH_GOOGLE_CLIENT_SECRET}
   * @param issuer issuer of its tokens, if it is not the public one
   * @param authorizationUri address of its sign-in page, if it is not the public one
   * @param tokenUri address at which it issues tokens, if it is not the public one
   * @param jwkSetUri address of its keys, if it is not the public one
   * @param userInfoUri address of its data about a player, if it is not the public one
   */
  public record Site(
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @Nullable URI issuer,
      @Nullable URI authorizationUri,
      @Nullable URI tokenUri,
      @Nullable URI jwkSetUri,
      @Nullable URI userInfoUri) {

    boolean isOn() {
      return !clientId.isBlank();
    }

    /** Does not contain the secret. */
    @Override
    public String toString() {
      return "Site[" + clientId + "]";
    }
  }

  private static void requireAbsolute(String name, URI uri) {
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "playledger.identity.oauth."
              + name
              + " takes addresses such as https://play.example.org/signed-in, not "
              + uri);
    }
  }
}
