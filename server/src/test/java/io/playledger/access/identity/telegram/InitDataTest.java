package io.playledger.access.identity.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.access.identity.external.ExternalPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitDataTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /**
   * The sample that the documentation of Telegram Mini Apps publishes with its bot's token, for
   * others to test with. It has a signature beside its hash.
   */
  private static final String PUBLISHED =
      "user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C"
          + "%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22"
          + "%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url"
          + "%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6MqTDih"
          + "13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private"
          + "&auth_date=1733509682&signature=TYJxVcisqbWjtodPepiJ6ghziUL94-KNpG8Pau-X7oNNLNBM72APCpi_RK"
          + "iUlBvcqo5L-LAxIc3dnTzcZX_PDg&hash=a433d8f9847bd6addcc563bff7cc82c89e97ea0d90c11fe5729cae67"
          + "96a36d73";

  private static final String PUBLISHED_TOKEN =
      "7342037359:" + "AAHI25ES9xCOMPokpYoz-p8XVrZUdygo2J4";

  private final InitData initData = at(SignedInitData.BOT_TOKEN, NOW);

  private static InitData at(String token, Instant now) {
    return new InitData(token, Duration.ofHours(24), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static SignedInitData ann() {
    return SignedInitData.of(4711, "ann", NOW.minusSeconds(60));
  }

  @Test
  void signedInitDataNamesThePerson() {
    InitData published = at(PUBLISHED_TOKEN, Instant.ofEpochSecond(1733509682 + 60));
    assertThat(published.verify(PUBLISHED))
        .hasValueSatisfying(
            person -> {
              assertThat(person.provider()).isEqualTo("telegram");
              assertThat(person.subject()).isEqualTo("279058397");
              assertThat(person.name()).contains("vdkfrost");
              assertThat(person.email()).isEmpty();
            });
    assertThat(at(SignedInitData.BOT_TOKEN, Instant.ofEpochSecond(1733509682)).verify(PUBLISHED))
        .as("signed for another bot")
        .isEmpty();
  }

  @Test
  void firstNameReplacesAMissingUsername() {
    String text = ann().with("user", "{\"id\":9007199254740993,\"first_name\":\"Änn\"}").text();
    assertThat(initData.verify(text).flatMap(ExternalPerson::name)).contains("Änn");
    assertThat(initData.verify(text).map(ExternalPerson::subject)).contains("9007199254740993");
  }

  @Test
  void orderOfTheFieldsDoesNotMatter() {
    assertThat(initData.verify("hash=" + ann().hash() + "&" + ann().encoded())).isPresent();
  }

  @Test
  void changedInitDataIsRejected() {
    String text = ann().text();
    assertThat(initData.verify(text)).isPresent();
    assertThat(initData.verify(text.replace("4711", "4712"))).as("another user").isEmpty();
    assertThat(initData.verify(text + "&start_param=x")).as("one field more").isEmpty();
    assertThat(initData.verify(text.replaceFirst("query_id=[^&]*&", ""))).as("one less").isEmpty();
    assertThat(initData.verify(text.replaceFirst("signature=", "signature=x"))).isEmpty();
    assertThat(initData.verify(ann().encoded())).as("no hash").isEmpty();
    assertThat(initData.verify(ann().by("4242424242:another-bot-s-token-that-is-none").text()))
        .isEmpty();
  }

  @Test
  void flippedBitsAreRejected() {
    String text = ann().text();
    String user = "4711";
    Random random = new Random(20_261_121);
    for (int flip = 0; flip < 2_000; flip++) {
      int at = random.nextInt(text.length());
      char other = (char) (text.charAt(at) ^ 1 << random.nextInt(7));
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      // some spell the same: %2b for %2B, or a space as plus sign
      assertThat(initData.verify(changed).map(ExternalPerson::subject).orElse(user))
          .as(changed)
          .isEqualTo(user);
      assertThat(initData.verify(changed).isPresent())
          .as(changed)
          .isEqualTo(changed.equalsIgnoreCase(text) && sameHash(changed, text));
    }
  }

  private static boolean sameHash(String changed, String text) {
    int hash = text.indexOf("&hash=");
    return changed.endsWith(text.substring(hash))
        && java.net.URLDecoder.decode(changed, java.nio.charset.StandardCharsets.UTF_8)
            .equals(java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"-86400, true", "-86401, false", "0, true", "30, true", "31, false", "86400, false"})
  void initDataExpiresAfterADayAndIsNotFromTheFuture(long seconds, boolean good) {
    String text = SignedInitData.of(4711, "ann", NOW.plusSeconds(seconds)).text();
    assertThat(initData.verify(text).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "-1", "1e9", "99999999999999999999", "1733509682.5", " 1733509682"})
  void signedButInvalidTimeIsRejected(String authDate) {
    assertThat(initData.verify(ann().with("auth_date", authDate).text())).isEmpty();
    assertThat(initData.verify(ann().without("auth_date").text())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":\"4711\"}",
        "{\"id\":0}",
        "{\"id\":-5}",
        "{\"id\":1.5}",
        "{\"id\":99999999999999999999}",
        "{\"id\":4711",
        "4711"
      })
  void aUserThatIsNoneIsRefusedThoughItIsSigned(String user) {
    assertThat(initData.verify(ann().with("user", user).text())).isEmpty();
    assertThat(initData.verify(ann().without("user").text())).isEmpty();
  }

  @Test
  void ambiguousFieldsAreRejectedDespiteAValidHash() {
    String hash = ann().hash();
    String query = "query_id=AAHdF6IQAAAAAN0XohDhrOrc";
    String joined =
        ann()
            .without("signature")
            .with(
                "query_id",
                "AAHdF6IQAAAAAN0XohDhrOrc\nsignature=only-for-those-without-the-token_-")
            .encoded();
    assertThat(initData.verify(joined + "&hash=" + hash))
        .as("a line break makes the same text to sign")
        .isEmpty();
    assertThat(initData.verify(ann().text() + "&" + query)).as("twice").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "&", "=", "hash", "a=%zz", "a=%", "user=&&hash=", "hash=00", "\u0000=1", "=x"})
  void malformedInitDataIsRejected(String text) {
    assertThat(initData.verify(text)).isEmpty();
  }

  @Test
  void initDataAboveItsLimitIsRejected() {
    assertThat(initData.verify(ann().with("start_param", "x".repeat(8_000)).text())).isEmpty();
    SignedInitData many = ann();
    for (int i = 0; i < 60; i++) {
      many.with("f" + i, "x");
    }
    assertThat(initData.verify(many.text())).isEmpty();
  }
}
