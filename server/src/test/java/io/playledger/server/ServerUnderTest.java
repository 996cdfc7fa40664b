package io.playledger.server;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.playledger.access.identity.telegram.SignedInitData;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.server.config.MigratedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real server on a real PostgreSQL, for tests over HTTP. {@link #shared()} is started once per
 * JVM; tests create their own players and so do not affect each other.
 */
public final class ServerUnderTest implements AutoCloseable {

  private static final String ADMIN_EMAIL = "admin@example.org";
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** The windows of a trade on the shared server; shorter than the life of an access token. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  private static ServerUnderTest shared;

  private final ServerNode node;
  private final HttpTestClient http;
  private final TestClock clock;
  private final String adminPassword;
  private volatile TestPlayer admin;

  private ServerUnderTest(ServerNode node, TestClock clock, Path passwordFile) {
    this.node = node;
    this.clock = clock;
    this.adminPassword = read(passwordFile);
    this.http = new HttpTestClient(node.url());
    this.admin = logIn(ADMIN_EMAIL, adminPassword);
  }

  /**
   * The one for all tests of this JVM, with an administrator. No window of a trade ends on it
   * before a test calls {@link #passes}.
   */
  public static synchronized ServerUnderTest shared() {
    if (shared == null) {
      shared =
          startFresh(
              "--playledger.market.delivery-window=" + WINDOW.toMinutes() + "m",
              "--playledger.market.complaint-window=" + WINDOW.toMinutes() + "m",
              "--playledger.market.arbitration-window=" + WINDOW.toMinutes() + "m",
              // what a test looks for must not be counted away by those that ran before it
              "--playledger.audit.single-entries-max=1000",
              "--playledger.audit.single-entries-of-all-max=100000",
              "--playledger.identity.telegram.bot-token=" + SignedInitData.BOT_TOKEN,
              "--playledger.identity.oauth.google.client-id=nobody-asks-google-for-this-one");
    }
    return shared;
  }

  static synchronized void closeShared() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  /** A server with a new database and a folder of its own. The test closes it. */
  public static ServerUnderTest startFresh(String... settings) {
    return startOn(MigratedDatabase.create(), settings);
  }

  /** A server with a folder of its own on a database that others may share. The test closes it. */
  public static ServerUnderTest startOn(PostgresDatabase database, String... settings) {
    return startOn(database, temporaryFolder(), settings);
  }

  /** A server on this database and in this folder. The test closes it. */
  public static ServerUnderTest startOn(
      PostgresDatabase database, Path dataFolder, String... settings) {
    List<String> all = new ArrayList<>(ServerNode.on(database));
    all.addAll(List.of(settings));
    return start(dataFolder, all.toArray(String[]::new));
  }

  /** One of one's own, to be closed; settings as on the command line. */
  public static ServerUnderTest start(Path dataFolder, String... settings) {
    Path passwordFile = dataFolder.resolve("admin-password");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=demo",
                "--playledger.first-admin.email=" + ADMIN_EMAIL,
                "--playledger.first-admin.password-file=" + passwordFile,
                "--playledger.identity.argon2-memory-kib=8192",
                "--playledger.identity.argon2-iterations=1",
                "--playledger.session.standing-cache-millis-max=0",
                "--logging.file.name=" + dataFolder.resolve("server.log")));
    arguments.addAll(List.of(settings));
    TestClock clock = new TestClock();
    return new ServerUnderTest(
        ServerNode.start(
            dataFolder,
            arguments,
            List.of(server -> server.registerBean("testClock", Clock.class, () -> clock))),
        clock,
        passwordFile);
  }

  /** Sends requests. */
  public HttpTestClient http() {
    return http;
  }

  /** Who has role admin. */
  public TestPlayer admin() {
    return admin;
  }

  /** The password that the server made for the admin at its first start. */
  public String adminPassword() {
    return adminPassword;
  }

  /** The time on the server's clock. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Moves the server's clock ahead and has it look for deadlines that are due. Nobody waits. Only a
   * class that is {@code @Isolated} may call it on the shared server: access tokens of others end.
   */
  public void passes(Duration time) {
    clock.moveAhead(time);
    bean(Scheduler.class).triggerCheckForDueExecutions();
    admin = logIn(ADMIN_EMAIL, adminPassword);
  }

  /** A bean of the server. */
  public <T> T bean(Class<T> type) {
    return node.bean(type);
  }

  /** One of several beans of a type. */
  public <T> T bean(String name, Class<T> type) {
    return node.bean(name, type);
  }

  /** Registers and logs in somebody new. */
  public TestPlayer newPlayer() {
    String username = "player-" + NAMES.incrementAndGet() + "-" + ProcessHandle.current().pid();
    String email = username + "@example.org";
    HttpTestClient.Reply reply =
        http.post(
                "/auth/register",
                """
                {"email":"%s","username":"%s","password":"%s"}
                """
                    .formatted(email, username, TestPlayer.PASSWORD))
            .keyed()
            .send();
    if (reply.status() != 201) {
      throw new AssertionError("registration failed: " + reply);
    }
    return logIn(email, TestPlayer.PASSWORD);
  }

  /** Registers and logs in somebody new, with a role given by the admin. */
  public TestPlayer newPlayerWithRole(String role) {
    TestPlayer player = newPlayer();
    HttpTestClient.Reply reply =
        http.post(
                "/admin/players/" + player.id() + "/roles",
                "{\"role\":\"" + role + "\",\"reason\":\"for a test\"}")
            .as(admin)
            .keyed()
            .send();
    if (reply.status() != 200) {
      throw new AssertionError("role not granted: " + reply);
    }
    return logIn(player.email(), TestPlayer.PASSWORD);
  }

  /** Logs in. */
  public TestPlayer logIn(String email, String password) {
    HttpTestClient.Reply reply =
        http.post(
                "/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
            .send();
    if (reply.status() != 200) {
      throw new AssertionError("login failed: " + reply);
    }
    return new TestPlayer(
        reply.data().path("playerId").asString(),
        email,
        reply.data().path("username").asString(),
        reply.data().path("accessToken").asString());
  }

  @Override
  public void close() {
    node.close();
  }

  /** An empty folder that a later clean of the build removes. */
  public static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "servers-under-test")), "data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
