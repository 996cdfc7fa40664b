package io.playledger.access.identity.registration;

import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.following.AccountFollowing;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.identity.PlayerId;
import io.playledger.runtime.command.Commands;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start with {@code --admin EMAIL} after somebody has registered with that address. */
@Isolated("looks at every admin")
class FirstAdminIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final JdbcClient sql = JdbcClient.create(SERVER.bean(DataSource.class));
  private final TestPlayer player = SERVER.newPlayer();
  private final Path file = ServerUnderTest.temporaryFolder().resolve("password");

  @Test
  void accountWithAnUnverifiedAddressIsResetBeforeItBecomesAdmin() throws IOException {
    PlayerId id = new PlayerId(UUID.fromString(player.id()));
    SERVER.bean(SecondFactors.class).enrol(id, player.username());
    sql.sql("UPDATE auth.second_factor SET confirmed_at = clock_timestamp() WHERE account_id = ?")
        .param(id.value())
        .update();

    start();

    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
    assertProblem(logIn(TestPlayer.PASSWORD), 401, "CREDENTIALS_REJECTED");
    HttpTestClient.Reply operator = logIn(Files.readString(file).strip());
    assertThat(operator.status()).as("without the stranger's second factor").isEqualTo(200);
    assertThat(operator.data().path("roles").toString()).contains("admin");
  }

  @Test
  void accountWithAVerifiedAddressKeepsItsPassword() {
    sql.sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();

    start();

    assertThat(file).doesNotExist();
    assertThat(logIn(TestPlayer.PASSWORD).data().path("roles").toString()).contains("admin");
  }

  /** Where there is no mail server nobody proves an address. */
  @Test
  void accountOfAnAdminKeepsItsPassword() throws IOException {
    start();
    String oneTime = Files.readString(file).strip();
    String token = logIn(oneTime).data().path("accessToken").asString();
    assertThat(
            http.post(
                    "/auth/change-password",
                    json("currentPassword", oneTime, "newPassword", "Another-horse-8"))
                .token(token)
                .send()
                .status())
        .isEqualTo(200);
    Files.delete(file);

    start();

    assertThat(file).doesNotExist();
    assertThat(logIn("Another-horse-8").status()).isEqualTo(200);
  }

  private void start() {
    new FirstAdmin(
            new FirstAdminSettings(player.email(), file.toString()),
            SERVER.bean(Registration.class),
            SERVER.bean(Accounts.class),
            SERVER.bean(AccountFollowing.class),
            SERVER.bean(Sessions.class),
            SERVER.bean(Passwords.class),
            SERVER.bean(OneTimeTokens.class),
            SERVER.bean(SecondFactors.class),
            SERVER.bean(Commands.class),
            Clock.systemUTC())
        .run(null);
  }

  private HttpTestClient.Reply logIn(String password) {
    return http.post("/auth/login", json("email", player.email(), "password", password)).send();
  }
}
