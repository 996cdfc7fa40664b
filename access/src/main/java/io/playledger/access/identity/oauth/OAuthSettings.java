package io.playledger.access.identity.oauth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in through other sites. A site is on where its client id is set.
 *
 * @param callbackBase what people's browsers reach this server at; providers send them back there
 * @param frontEnds addresses that a browser may be sent to after a sign-in, with a one-time code;
 *     the first one where a request names none; without any the code is answered in JSON
 * @param timeout for each request to a provider
 * @param stepsMax sign-ins under way at a time
 */
@Validated
@ConfigurationProperties("playledger.identity.oauth")
public record OAuthSettings(
    @DefaultValue("http://localhost:8080") @NotNull URI callbackBase,
    @DefaultValue @NotNull List<URI> frontEnds,
    @DefaultValue("5s") @NotNull Duration timeout,
    @DefaultValue("10000") @Min(100) @Max(1_000_000) int stepsMax,
    @DefaultValue @NotNull Site google,
    @DefaultValue @NotNull Site discord,
    @DefaultValue @NotNull Site epic) {

  public OAuthSettings {
    frontEnds = List.copyOf(frontEnds);
    requireAbsolute("callback-base", callbackBase);
    frontEnds.forEach(frontEnd -> requireAbsolute("front-ends", frontEnd));
  }

  /** Where the provider of this name sends browsers back to. */
  public URI callback(String provider) {
    return URI.create(base() + "/api/v1/auth/" + provider + "/callback");
  }

  /** Without a slash at the end. */
  public String base() {
    return callbackBase.toString().replaceFirst("/+$", "");
  }

  /**
   * What this server is at the site, and where the site is, as far as it is not where everybody
   * knows it to be.
   *
   * @param clientId empty: off
   */
  public record Site(
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      URI issuer,
      URI authorizationUri,
      URI tokenUri,
      URI jwkSetUri,
      URI userInfoUri) {

    boolean isOn() {
      return !clientId.isBlank();
    }

    /** Without the secret. */
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
