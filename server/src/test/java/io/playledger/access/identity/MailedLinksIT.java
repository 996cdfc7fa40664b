package io.playledger.access.identity;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flows with mailed links, over a real mail server. */
class MailedLinksIT {

  private static final Pattern TOKEN = Pattern.compile("pl[vp]_[A-Za-z0-9_-]{43}");

  private static GreenMail mails;
  private static ServerUnderTest server;
  private static JdbcClient database;

  private final HttpTestClient http = server.http();
  private final TestPlayer player = server.newPlayer();

  @BeforeAll
  static void start() throws IOException {
    mails = new GreenMail(new ServerSetup(freePort(), null, ServerSetup.PROTOCOL_SMTP));
    mails.start();
    server =
        ServerUnderTest.startFresh(
            "--playledger.mail.poll=50ms",
            "--playledger.mail.first-retry=200ms",
            "--playledger.mail.link-base=https://play.example.org",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mails.getSmtp().getPort());
    database = JdbcClient.create(server.bean(DataSource.class));
  }

  /** One that is the same when the mail server is started again. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    mails.stop();
  }

  @Nested
  class Verifying {

    @Test
    void registrationSendsOneMailWhoseLinkVerifiesTheAddress() {
      String token = tokenOf(awaitMail("Confirm your e-mail address", 1));

      assertThat(verified()).isFalse();
      assertThat(verify(token).data().path("playerId").asString()).isEqualTo(player.id());
      assertThat(verified()).isTrue();
    }

    @Test
    void verificationTokenIsAcceptedOnce() {
      String token = tokenOf(awaitMail("Confirm your e-mail address", 1));
      verify(token);

      assertProblem(verify(token), 422, "TOKEN_REJECTED");
    }

    @Test
    void expiredVerificationTokenIsRejected() {
      String token = tokenOf(awaitMail("Confirm your e-mail address", 1));
      expire(token);

      assertProblem(verify(token), 422, "TOKEN_REJECTED");
      assertThat(verified()).isFalse();
    }

    @Test
    void tokenForAnotherPurposeIsRejectedAndStaysValid() {
      ask("/auth/forgot-password", player.email());
      String reset = tokenOf(awaitMail("Reset your password", 1));
      String verify = tokenOf(awaitMail("Confirm your e-mail address", 1));

      assertProblem(verify(reset), 422, "TOKEN_REJECTED");
      assertProblem(reset(verify, "Another-horse-8"), 422, "TOKEN_REJECTED");
      assertThat(verify(verify).status()).isEqualTo(200);
      assertThat(reset(reset, "Another-horse-8").status()).isEqualTo(200);
    }

    @Test
    void verificationMailIsResentUntilTheAddressIsVerified() {
      awaitMail("Confirm your e-mail address", 1);
      ask("/auth/resend-verification", player.email());
      verify(tokenOf(awaitMail("Confirm your e-mail address", 2)));
      ask("/auth/resend-verification", player.email());

      awaitNothingWaits();
      assertThat(received("Confirm your e-mail address")).hasSize(2);
    }

    @Test
    void inventedVerificationTokenIsRejected() {
      assertProblem(verify("plv_" + "A".repeat(43)), 422, "TOKEN_REJECTED");
      assertProblem(verify("nonsense"), 422, "TOKEN_REJECTED");
      assertInvalid(verify(" "), "token");
    }
  }

  @Nested
  class Resetting {

    @Test
    void resetSetsThePasswordAndEndsEverySession() {
      ask("/auth/forgot-password", player.email().toUpperCase(Locale.ROOT));
      MimeMessage mail = awaitMail("Reset your password", 1);

      assertThat(GreenMailUtil.getBody(mail))
          .contains("https://play.example.org/reset-password?token=");
      assertThat(reset(tokenOf(mail), "Another-horse-8").status()).isEqualTo(200);
      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
      assertProblem(logIn(TestPlayer.PASSWORD), 401, "CREDENTIALS_REJECTED");
      assertThat(logIn("Another-horse-8").status()).isEqualTo(200);
    }

    @Test
    void resetVerifiesTheAddress() {
      ask("/auth/forgot-password", player.email());
      reset(tokenOf(awaitMail("Reset your password", 1)), "Another-horse-8");
      String token = logIn("Another-horse-8").data().path("accessToken").asString();

      assertThat(http.get("/auth/me").token(token).send().data().path("emailVerified").asBoolean())
          .isTrue();
    }

    @Test
    void eitherOfTwoResetMailsWorksOnce() {
      ask("/auth/forgot-password", player.email());
      String first = tokenOf(awaitMail("Reset your password", 1));
      ask("/auth/forgot-password", player.email());
      String second = tokenOf(awaitMail("Reset your password", 2));

      assertThat(reset(first, "Another-horse-8").status()).isEqualTo(200);
      assertProblem(reset(second, "Another-horse-9"), 422, "TOKEN_REJECTED");
      assertProblem(reset(first, "Another-horse-9"), 422, "TOKEN_REJECTED");
    }

    @Test
    void weakPasswordIsRejectedAndTheTokenStaysValid() {
      ask("/auth/forgot-password", player.email());
      String token = tokenOf(awaitMail("Reset your password", 1));

      assertInvalid(reset(token, "weak"), "newPassword");
      assertThat(reset(token, "Another-horse-8").status()).isEqualTo(200);
    }

    @Test
    void expiredResetTokenIsRejected() {
      ask("/auth/forgot-password", player.email());
      String token = tokenOf(awaitMail("Reset your password", 1));
      expire(token);

      assertProblem(reset(token, "Another-horse-8"), 422, "TOKEN_REJECTED");
      assertThat(logIn(TestPlayer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void resetRequestDoesNotRevealWhetherAnAccountExists() {
      HttpTestClient.Reply somebody = ask("/auth/forgot-password", player.email());
      HttpTestClient.Reply nobody = ask("/auth/forgot-password", "nobody-at-all@example.org");

      assertThat(nobody.status()).isEqualTo(somebody.status()).isEqualTo(202);
      assertThat(nobody.data()).isEqualTo(somebody.data());
      awaitMail("Reset your password", 1);
      awaitNothingWaits();
      assertThat(mails.getReceivedMessages())
          .noneMatch(mail -> to(mail).equals("nobody-at-all@example.org"));
    }

    @Test
    void mailsPerAddressAreLimited() {
      for (int i = 0; i < 8; i++) {
        assertThat(ask("/auth/forgot-password", player.email()).status()).isEqualTo(202);
      }
      awaitNothingWaits();

      assertThat(received("Reset your password")).hasSize(5);
    }
  }

  @Nested
  class SettingTheFirst {

    @Test
    void accountWithoutAPasswordSetsItsFirstByMail() {
      verify(tokenOf(awaitMail("Confirm your e-mail address", 1)));
      forgetPassword();
      assertProblem(logIn(TestPlayer.PASSWORD), 401, "CREDENTIALS_REJECTED");

      assertThat(http.post("/auth/set-password", null).as(player).send().status()).isEqualTo(202);
      reset(tokenOf(awaitMail("Reset your password", 1)), "Another-horse-8");

      assertThat(logIn("Another-horse-8").status()).isEqualTo(200);
    }

    @Test
    void firstPasswordNeedsAVerifiedAddressAndNoPassword() {
      assertProblem(
          http.post("/auth/set-password", null).as(player).send(), 409, "PASSWORD_SET_ALREADY");
      forgetPassword();
      assertProblem(
          http.post("/auth/set-password", null).as(player).send(), 409, "EMAIL_NOT_VERIFIED");
    }

    private void forgetPassword() {
      database
          .sql("UPDATE auth.account SET password_hash = NULL WHERE id = ?::uuid")
          .param(player.id())
          .update();
    }
  }

  @Test
  void refusedMailIsSentAgain() {
    mails.stop();
    try {
      ask("/auth/forgot-password", player.email());
      await()
          .atMost(TestMarket.PATIENCE)
          .until(
              () ->
                  database
                          .sql("SELECT count(*) FROM auth.mail_outbox WHERE last_error IS NOT NULL")
                          .query(Long.class)
                          .single()
                      > 0);
    } finally {
      mails.start();
    }

    assertThat(reset(tokenOf(awaitMail("Reset your password", 1)), "Another-horse-8").status())
        .isEqualTo(200);
  }

  @Test
  void tokensAndAddressesAreNotStoredInPlainText() {
    ask("/auth/forgot-password", player.email());
    String token = tokenOf(awaitMail("Reset your password", 1));

    assertThat(database.sql("SELECT * FROM auth.one_time_token").query().listOfRows())
        .isNotEmpty()
        .noneMatch(row -> row.toString().contains(token));
    assertThat(
            database
                .sql("SELECT count(*) FROM auth.mail_outbox WHERE content_sealed IS NOT NULL")
                .query(Long.class)
                .single())
        .isZero();
  }

  private HttpTestClient.Reply ask(String path, String email) {
    return http.post(path, TestMarket.json("email", email)).send();
  }

  private HttpTestClient.Reply verify(String token) {
    return http.post("/auth/verify-email", TestMarket.json("token", token)).send();
  }

  private HttpTestClient.Reply reset(String token, String password) {
    return http.post(
            "/auth/reset-password", TestMarket.json("token", token, "newPassword", password))
        .send();
  }

  private HttpTestClient.Reply logIn(String password) {
    return http.post("/auth/login", TestMarket.json("email", player.email(), "password", password))
        .send();
  }

  private boolean verified() {
    return http.get("/auth/me").as(player).send().data().path("emailVerified").asBoolean();
  }

  private void expire(String token) {
    database
        .sql("UPDATE auth.one_time_token SET expires_at = ? WHERE hash = sha256(?::bytea)")
        .params(Timestamp.from(Instant.now().minusSeconds(1)), token)
        .update();
  }

  private static void awaitNothingWaits() {
    await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () ->
                database
                        .sql("SELECT count(*) FROM auth.mail_outbox WHERE state = 'WAITING'")
                        .query(Long.class)
                        .single()
                    == 0);
  }

  /** The newest, once there are so many. */
  private MimeMessage awaitMail(String subject, int many) {
    await().atMost(TestMarket.PATIENCE).until(() -> received(subject).size() >= many);
    return received(subject).getLast();
  }

  private List<MimeMessage> received(String subject) {
    return Arrays.stream(mails.getReceivedMessages())
        .filter(mail -> to(mail).equals(player.email()) && subject(mail).equals(subject))
        .toList();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String tokenOf(MimeMessage mail) {
    Matcher token = TOKEN.matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
    assertThat(token.find()).isTrue();
    return token.group();
  }
}
