package io.playledger.access.identity.oauth;

import io.playledger.access.identity.external.ExternalPerson;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** The built-in sites: their addresses, the requested scopes, and how to read their replies. */
enum KnownSite {
  /** OpenID Connect; the id token contains everything. */
  GOOGLE(
      "https://accounts.google.com",
      "https://accounts.google.com/o/oauth2/v2/auth",
      "https://oauth2.googleapis.com/token",
      "https://www.googleapis.com/oauth2/v3/certs",
      null,
      "sub",
      KnownSite::ofClaims,
      "openid",
      "profile",
      "email"),
  /** OAuth 2.0 with its own form of user information. */
  DISCORD(
      null,
      "https://discord.com/oauth2/authorize",
      "https://discord.com/api/oauth2/token",
      null,
      "https://discord.com/api/users/@me",
      "id",
      KnownSite::ofDiscord,
      "identify",
      "email"),
  /** OpenID Connect without an e-mail address. */
  EPIC(
      "https://api.epicgames.dev/epic/oauth/v2",
      "https://www.epicgames.com/id/authorize",
      "https://api.epicgames.dev/epic/oauth/v2/token",
      "https://api.epicgames.dev/epic/oauth/v2/.well-known/jwks.json",
      "https://api.epicgames.dev/epic/oauth/v2/userInfo",
      "sub",
      KnownSite::ofClaims,
      "openid",
      "basic_profile");

  private final @Nullable String issuer;
  private final String authorizationUri;
  private final String tokenUri;
  private final @Nullable String jwkSetUri;
  private final @Nullable String userInfoUri;
  private final String subject;
  private final Function<OAuth2User, Told> reading;
  private final String[] scopes;

  KnownSite(
      @Nullable String issuer,
      String authorizationUri,
      String tokenUri,
      @Nullable String jwkSetUri,
      @Nullable String userInfoUri,
      String subject,
      Function<OAuth2User, Told> reading,
      String... scopes) {
    this.issuer = issuer;
    this.authorizationUri = authorizationUri;
    this.tokenUri = tokenUri;
    this.jwkSetUri = jwkSetUri;
    this.userInfoUri = userInfoUri;
    this.subject = subject;
    this.reading = reading;
    this.scopes = scopes;
  }

  /** A site's statements about a person besides the id. */
  private record Told(Optional<String> name, Optional<String> email, boolean emailVerified) {}

  /** The name as in paths and stored hashes. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  ClientRegistration registration(OAuthSettings.Site site, URI callback) {
    return ClientRegistration.withRegistrationId(wireName())
        .clientId(site.clientId())
        .clientSecret(site.clientSecret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .redirectUri(callback.toString())
        .scope(scopes)
        .issuerUri(or(site.issuer(), issuer))
        .authorizationUri(or(site.authorizationUri(), authorizationUri))
        .tokenUri(or(site.tokenUri(), tokenUri))
        .jwkSetUri(or(site.jwkSetUri(), jwkSetUri))
        .userInfoUri(or(site.userInfoUri(), userInfoUri))
        .userNameAttributeName(subject)
        .build();
  }

  ExternalPerson person(OAuth2User user) {
    Told told = reading.apply(user);
    return new ExternalPerson(
        wireName(), user.getName(), told.name(), told.email(), told.emailVerified());
  }

  /** The name from which the public username is derived; therefore not the full legal name. */
  private static Told ofClaims(OAuth2User user) {
    OidcUser person = (OidcUser) user;
    return new Told(
        Optional.ofNullable(person.getPreferredUsername())
            .or(() -> Optional.ofNullable(person.getGivenName())),
        Optional.ofNullable(person.getEmail()),
        Boolean.TRUE.equals(person.getEmailVerified()));
  }

  private static Told ofDiscord(OAuth2User user) {
    return new Told(
        Optional.ofNullable(user.getAttribute("username")),
        Optional.ofNullable(user.getAttribute("email")),
        Boolean.TRUE.equals(user.getAttribute("verified")));
  }

  private static @Nullable String or(@Nullable URI set, @Nullable String known) {
    return set == null ? known : set.toString();
  }
}
