package io.playledger.access.identity.steam;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in through a stand-in for Steam, over HTTP and with its real protocol. */
class SteamIT {

  private static final StandInOpenIdProvider STEAM = StandInOpenIdProvider.start();
  private static final ServerUnderTest SERVER = start();

  private final HttpTestClient http = SERVER.http();
  private final String somebody = newPerson();

  private static ServerUnderTest start() {
    return ServerUnderTest.startFresh(
        "--playledger.identity.oauth.callback-base=https://play.example.org",
        "--playledger.identity.steam.enabled=true",
        "--playledger.identity.steam.endpoint=" + STEAM.endpoint(),
        "--playledger.identity.steam.identities=" + STEAM.identities(),
        "--playledger.identity.steam.timeout=8s");
  }

  @AfterAll
  static void end() {
    SERVER.close();
    STEAM.close();
  }

  @AfterEach
  void reset() {
    STEAM.reset();
  }

  private static String newPerson() {
    return "7656119" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }

  /** A browser at the provider. */
  private record Journey(URI authorization, String cookie) {}

  private Journey begin() {
    return begin("/auth/steam");
  }

  private Journey begin(String path) {
    HttpTestClient.Reply departure = http.get(path).send();
    assertThat(departure.status()).as(departure.toString()).isEqualTo(302);
    URI goTo = URI.create(departure.header("Location").orElseThrow());
    assertThat(goTo.toString()).startsWith(STEAM.endpoint() + "?");
    return new Journey(goTo, departure.header("Set-Cookie").orElseThrow().split(";")[0]);
  }

  /** What the browser brings back. */
  private Map<String, String> signIn(Journey journey, String person) {
    STEAM.person(person);
    URI back = STEAM.signIn(journey.authorization());
    assertThat(back.toString()).startsWith("https://play.example.org/api/v1/auth/steam/callback?");
    return new LinkedHashMap<>(StandInOpenIdProvider.fields(back.getRawQuery()));
  }

  private HttpTestClient.Reply comeBack(Journey journey, Map<String, String> brought) {
    return http.get("/auth/steam/callback?" + StandInOpenIdProvider.form(brought))
        .header("Cookie", journey.cookie())
        .send();
  }

  private HttpTestClient.Reply enter(HttpTestClient.Reply back) {
    assertThat(back.status()).as(back.toString()).isEqualTo(200);
    return http.post(
            "/auth/oauth/exchange", TestMarket.json("code", back.data().path("code").asString()))
        .send();
  }

  private HttpTestClient.Reply wholeWay(String person) {
    Journey journey = begin();
    return enter(comeBack(journey, signIn(journey, person)));
  }

  /** The provider signs what it is made to say. */
  private void refusedThoughSigned(Consumer<Map<String, String>> change) {
    STEAM.saying(change);
    Journey journey = begin();
    assertRefused(journey, signIn(journey, somebody));
  }

  /** The browser changes what the provider signed. */
  private void refusedAfterwards(Consumer<Map<String, String>> change) {
    Journey journey = begin();
    Map<String, String> brought = signIn(journey, somebody);
    change.accept(brought);
    assertRefused(journey, brought);
  }

  /** And there is nothing to turn in. */
  private void assertRefused(Journey journey, Map<String, String> brought) {
    long before = codes();
    assertProblem(comeBack(journey, brought), 422, "PROVIDER_REJECTED");
    assertThat(codes()).isEqualTo(before);
  }

  private long codes() {
    return JdbcClient.create(SERVER.bean(DataSource.class))
        .sql("SELECT count(*) FROM auth.sign_in_step WHERE kind = 'CODE'")
        .query(Long.class)
        .single();
  }

  @Test
  void firstSignInThroughSteamCreatesAnAccount() {
    HttpTestClient.Reply first = wholeWay(somebody);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    String token = first.data().path("accessToken").asString();
    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> http.get("/wallet").token(token).send().status() == 200);
    assertThat(http.get("/auth/me").token(token).send().data().has("email")).isFalse();

    assertThat(wholeWay(somebody).data().path("playerId")).isEqualTo(first.data().path("playerId"));
    assertThat(wholeWay(newPerson()).data().path("playerId"))
        .isNotEqualTo(first.data().path("playerId"));
  }

  @Test
  void linkedSteamIdentitySignsIn() {
    TestPlayer player = SERVER.newPlayer();
    JdbcClient.create(SERVER.bean(DataSource.class))
        .sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();
    String goTo =
        http.post("/auth/identities/steam", "{}").as(player).send().data().path("goTo").asString();
    Journey journey = begin(goTo.substring(goTo.indexOf("/auth/steam")));
    HttpTestClient.Reply back = comeBack(journey, signIn(journey, somebody));
    HttpTestClient.Reply linked =
        http.post("/auth/identities", TestMarket.json("code", back.data().path("code").asString()))
            .as(player)
            .send();
    assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
    assertThat(linked.data().get(0).path("providerId").asString()).isEqualTo(somebody);
    assertThat(wholeWay(somebody).data().path("playerId").asString()).isEqualTo(player.id());
  }

  @Test
  void cancelledSignInIsReported() {
    Journey journey = begin();
    Map<String, String> cancelled = signIn(journey, somebody);
    cancelled.keySet().removeIf(name -> name.startsWith("openid."));
    cancelled.put("openid.ns", StandInOpenIdProvider.NAMESPACE);
    cancelled.put("openid.mode", "cancel");
    assertProblem(comeBack(journey, cancelled), 422, "PROVIDER_DENIED");
  }

  @Test
  void assertionForAnotherPersonIsRejected() {
    String other = STEAM.identities() + newPerson();
    refusedAfterwards(
        brought -> {
          brought.put("openid.claimed_id", other);
          brought.put("openid.identity", other);
        });
    refusedAfterwards(brought -> brought.put("openid.claimed_id", other));
    refusedAfterwards(brought -> brought.put("openid.sig", "AAAA"));
    refusedAfterwards(brought -> brought.remove("openid.sig"));
    refusedAfterwards(brought -> brought.put("openid.assoc_handle", "unknown"));
  }

  @Test
  void assertionIsAcceptedOnce() {
    Journey journey = begin();
    Map<String, String> brought = signIn(journey, somebody);
    assertThat(enter(comeBack(journey, brought)).status()).isEqualTo(200);
    assertProblem(comeBack(journey, brought), 422, "JOURNEY_REJECTED");

    // under the name of another journey of the same browser
    Journey another = begin();
    String state = signIn(another, somebody).get("state");
    brought.put("state", state);
    assertRefused(another, brought);
  }

  @Test
  void unsolicitedAssertionIsRejected() {
    refusedThoughSigned(says -> says.put("openid.return_to", "https://evil.example/callback"));
    Journey own = begin();
    Map<String, String> assertionOfOther = signIn(begin(), newPerson());
    String state = signIn(own, somebody).get("state");
    assertionOfOther.put("state", state);
    assertRefused(own, assertionOfOther);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "op_endpoint",
        "claimed_id",
        "identity",
        "return_to",
        "response_nonce",
        "assoc_handle"
      })
  void unsignedFieldsAreRejected(String field) {
    refusedThoughSigned(
        says ->
            says.put(
                "openid.signed",
                Stream.of(StandInOpenIdProvider.SIGNED.split(","))
                    .filter(name -> !name.equals(field))
                    .collect(Collectors.joining(","))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123",
        "765611979602879301",
        "7656119796028793x",
        "76561197960287930/",
        "76561197960287930?a",
        "",
        "../id/76561197960287930",
        " 76561197960287930"
      })
  void anIdentityThatIsNoneOfSteamsIsRefused(String id) {
    refusedThoughSigned(
        says -> {
          says.put("openid.claimed_id", STEAM.identities() + id);
          says.put("openid.identity", STEAM.identities() + id);
        });
  }

  @Test
  void identityOfAnotherSiteIsRejected() {
    for (String elsewhere :
        new String[] {
          "https://evil.example/openid/id/76561197960287930",
          STEAM.identities().replace("127.0.0.1", "127.0.0.1.evil.example") + "76561197960287930",
          STEAM.identities().replace("/openid", "/x/openid") + "76561197960287930"
        }) {
      refusedThoughSigned(
          says -> {
            says.put("openid.claimed_id", elsewhere);
            says.put("openid.identity", elsewhere);
          });
    }
    refusedThoughSigned(says -> says.put("openid.identity", STEAM.identities() + newPerson()));
  }

  @Test
  void assertionOfAnotherProviderIsRejected() {
    try (StandInOpenIdProvider evil = StandInOpenIdProvider.start()) {
      evil.person(somebody);
      Consumer<Map<String, String>> posing =
          says -> {
            says.put("openid.claimed_id", STEAM.identities() + somebody);
            says.put("openid.identity", STEAM.identities() + somebody);
          };
      evil.saying(posing);
      refusedBy(evil);
      evil.saying(
          posing.andThen(says -> says.put("openid.op_endpoint", STEAM.endpoint().toString())));
      refusedBy(evil);
    }
  }

  @Test
  void assertionForAnotherEndpointIsRejected() {
    refusedThoughSigned(says -> says.put("openid.op_endpoint", STEAM.endpoint() + "/"));
    refusedThoughSigned(says -> says.put("openid.op_endpoint", ""));
  }

  private void refusedBy(StandInOpenIdProvider evil) {
    Journey journey = begin();
    Map<String, String> brought =
        StandInOpenIdProvider.fields(evil.signIn(journey.authorization()).getRawQuery());
    assertRefused(journey, brought);
  }

  @Test
  void staleAssertionIsRejected() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (String nonce :
        new String[] {
          now.minusSeconds(310) + "x",
          now.plusSeconds(60) + "x",
          "2026-13-45T00:00:00Zx",
          "yesterday",
          "",
          now + "x".repeat(300)
        }) {
      refusedThoughSigned(says -> says.put("openid.response_nonce", nonce));
    }
  }

  @Test
  void otherProtocolOrModeIsRejected() {
    refusedThoughSigned(says -> says.put("openid.ns", "http://openid.net/signon/1.1"));
    refusedThoughSigned(says -> says.put("openid.mode", "setup_needed"));
    refusedThoughSigned(says -> says.remove("openid.mode"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "is_valid:true\n",
        "ns:http://specs.openid.net/auth/2.0\nis_valid:false\n",
        "ns:http://specs.openid.net/auth/2.0\nxis_valid:true\n",
        "ns:http://specs.openid.net/auth/2.0\nis_valid:true;\n",
        "<html>is_valid:true</html>"
      })
  void onlyAnExactConfirmationIsAccepted(String words) {
    STEAM.answering(words);
    refusedThoughSigned(says -> {});
  }

  @Test
  void signInIsUnavailableIfSteamDoesNotAnswer() {
    STEAM.answering(500);
    assertProblem(refusedForNow(), 503, "UNAVAILABLE");
    STEAM.reset();
    STEAM.hanging();
    assertThat(refusedForNow().header("Retry-After")).isPresent();
    STEAM.reset();
    STEAM.answering("x".repeat(100_000));
    assertProblem(refusedForNow(), 503, "UNAVAILABLE");
    STEAM.reset();
    assertThat(wholeWay(somebody).status()).isEqualTo(200);
  }

  private HttpTestClient.Reply refusedForNow() {
    Journey journey = begin();
    HttpTestClient.Reply reply = comeBack(journey, signIn(journey, somebody));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
    return reply;
  }
}
