package io.playledger.access.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Only tokens exactly as issued are accepted. */
class CraftedTokensIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final int CRAFTED_MIN = 200;
  private static final int FLIPS = 10_000;
  private static final int FLIPS_OVER_HTTP = 500;
  private static final long SEED = 20_261_121;

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();
  private final CraftedTokens crafted;

  CraftedTokensIT() throws JOSEException {
    crafted =
        new CraftedTokens(
            player.token(), SERVER.bean(SigningKeys.class).all().getKeys().getFirst().toRSAKey());
  }

  private int me(String token) {
    return http.get("/auth/me").token(token).send().status();
  }

  @Test
  void noCraftedTokenIsAccepted() {
    assertThat(me(crafted.valid())).as("the ground they stand on").isEqualTo(200);
    Map<String, String> tokens = crafted.all();
    assertThat(tokens).hasSizeGreaterThanOrEqualTo(CRAFTED_MIN);
    List<String> wrong = new ArrayList<>();
    tokens.forEach(
        (name, token) -> {
          int status = me(token);
          if (status != 401) {
            wrong.add(status + " " + name);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(me(player.token())).as("and the valid one still is").isEqualTo(200);
  }

  @Test
  void noTokenWithAChangedBitIsAccepted() {
    JwtDecoder decoder = SERVER.bean(JwtDecoder.class);
    SplittableRandom random = new SplittableRandom(SEED);
    String token = player.token();
    assertThat(decoder.decode(token).getSubject()).isEqualTo(player.id());
    List<String> accepted = new ArrayList<>();
    int sent = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      String changed = flipped(token, random);
      try {
        decoder.decode(changed);
        accepted.add(changed);
      } catch (JwtException refused) {
        if (sent < FLIPS_OVER_HTTP && changed.matches("[A-Za-z0-9._~+/=-]+")) {
          sent++;
          assertThat(me(changed)).as("seed %d, flip %d: %s", SEED, flip, changed).isEqualTo(401);
        }
      }
    }
    assertThat(accepted).as("seed %d", SEED).isEmpty();
    assertThat(sent).isEqualTo(FLIPS_OVER_HTTP);
  }

  private static String flipped(String token, SplittableRandom random) {
    char[] characters = token.toCharArray();
    characters[random.nextInt(characters.length)] ^= (char) (1 << random.nextInt(7));
    return new String(characters);
  }

  @Test
  void tokenIsAcceptedInItsHeaderOnly() {
    String token = player.token();
    assertThat(http.get("/auth/me?access_token=" + token).send().status()).isEqualTo(401);
    for (String header :
        new String[] {"X-Access-Token", "Proxy-Authorization", "Cookie", "X-Authorization"}) {
      assertThat(http.get("/auth/me").header(header, "Bearer " + token).send().status())
          .as(header)
          .isEqualTo(401);
    }
    for (String scheme : new String[] {"Basic ", "Token ", "JWT ", "", "Bearer", "Bearer  x "}) {
      assertThat(http.get("/auth/me").header("Authorization", scheme + token).send().status())
          .as(scheme)
          .isEqualTo(401);
    }
  }

  @Test
  void oversizedHeaderIsRefused() {
    assertThat(me(player.token() + "A".repeat(20_000))).isBetween(400, 499);
  }
}
