package io.playledger.server;

import io.playledger.postgres.PostgresDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A server in this JVM, beside others if need be: for the checker and for tests. It listens on a
 * free port of the loopback interface, unless its settings name another, and stops when it is
 * closed.
 */
public final class ServerNode implements AutoCloseable {

  /** Spring Boot sets the logging of the whole JVM up at each start: two at once break it. */
  private static final Object STARTING = new Object();

  private final ConfigurableApplicationContext context;

  private ServerNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts one with an altered wiring.
   *
   * @param settings {@code --name=value}; a later one of a name replaces the earlier
   * @param alterations are applied before any bean is made
   */
  public static ServerNode start(
      Path dataFolder,
      List<String> settings,
      List<ApplicationContextInitializer<GenericApplicationContext>> alterations) {
    Map<String, String> byName = new LinkedHashMap<>();
    // Spring would take a setting that is given twice for a list of both
    for (String setting : defaults(dataFolder)) {
      byName.put(name(setting), setting);
    }
    for (String setting : settings) {
      byName.put(name(setting), setting);
    }
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(PlayledgerServer.class).registerShutdownHook(false);
    alterations.forEach(builder::initializers);
    synchronized (STARTING) {
      return new ServerNode(builder.run(byName.values().toArray(String[]::new)));
    }
  }

  private static List<String> defaults(Path dataFolder) {
    return List.of(
        "--server.port=0", "--server.address=127.0.0.1", "--playledger.data-folder=" + dataFolder);
  }

  private static String name(String setting) {
    int equals = setting.indexOf('=');
    return equals < 0 ? setting : setting.substring(0, equals);
  }

  /** The settings of a server on this database. */
  public static List<String> on(PostgresDatabase database) {
    return List.of(
        "--playledger.database-url=" + database.jdbcUrl(),
        "--playledger.database-user=" + database.user(),
        "--playledger.database-password=" + database.password());
  }

  /** The address at which it accepts requests. */
  public URI url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** One of several parts of a type. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  @Override
  public void close() {
    context.close();
  }
}
