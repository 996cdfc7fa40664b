package io.playledger.access.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.othersite.StandInSite;
import io.playledger.server.HttpTestClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/** A person's browser together with the front end that runs in it. */
final class TestBrowser {

  private final HttpTestClient http;
  private final StandInSite site;
  private final String verifier = (UUID.randomUUID() + "-" + UUID.randomUUID());
  private Optional<String> cookie = Optional.empty();

  TestBrowser(HttpTestClient http, StandInSite site) {
    this.http = http;
    this.site = site;
  }

  String verifier() {
    return verifier;
  }

  /** Path below the API, with which the server sends it to the site; keeps the cookie. */
  HttpTestClient.Reply open(String path) {
    HttpTestClient.Call call = http.get(path);
    cookie.ifPresent(kept -> call.header("Cookie", kept));
    HttpTestClient.Reply reply = call.send();
    reply.header("Set-Cookie").ifPresent(set -> cookie = Optional.of(set.split(";")[0]));
    return reply;
  }

  /** To sign in; the answer is the request to the site. */
  URI begin(String provider) {
    return location(open("/auth/" + provider + "?challenge=" + challenge()));
  }

  String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Comes back; the server's address in the world is not where it is in a test. */
  HttpTestClient.Reply comeBack(URI callback) {
    return open(callback.getRawPath().substring("/api/v1".length()) + "?" + callback.getRawQuery());
  }

  /** There and back; the answer is where the front end is. */
  URI travel(String provider, StandInSite.Person person) {
    return location(comeBack(site.authorise(begin(provider), person)));
  }

  /** There, back, and the code turned in. */
  HttpTestClient.Reply signIn(String provider, StandInSite.Person person) {
    return exchange(code(travel(provider, person)));
  }

  HttpTestClient.Reply exchange(String code) {
    return exchange(code, verifier);
  }

  HttpTestClient.Reply exchange(String code, String proof) {
    String body =
        proof == null
            ? "{\"code\":\"%s\"}".formatted(code)
            : "{\"code\":\"%s\",\"verifier\":\"%s\"}".formatted(code, proof);
    return http.post("/auth/oauth/exchange", body).send();
  }

  static URI location(HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(302);
    return URI.create(reply.header("Location").orElseThrow());
  }

  static String code(URI frontEnd) {
    String code = parameter(frontEnd, "code");
    assertThat(code).as(frontEnd.toString()).isNotNull();
    return code;
  }

  static String parameter(URI uri, String name) {
    return UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name);
  }
}
