package io.playledger.runtime.sample;

import com.zaxxer.hikari.HikariDataSource;
import io.playledger.eventstore.CommandKey;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.command.CommandHandlerRegistration;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.CommandTarget;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.command.RejectionCodec;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.runtime.sample.CounterMessages.CounterCommand;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.wiring.Registrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A small server for tests: one aggregate, one projection, one saga, on a real PostgreSQL. */
public final class SampleApplication implements AutoCloseable {

  /** Spring Boot sets the logging of the whole JVM up at each start: two at once break it. */
  private static final Object STARTING = new Object();

  private final ConfigurableApplicationContext context;

  private SampleApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** A fresh database with all tables. */
  public static PostgresDatabase newDatabase() {
    return TemporaryPostgres.durable().newDatabase("runtime", SampleApplication::migrate);
  }

  /** Runs the migrations as the server does. */
  public static void migrate(PostgresDatabase database) {
    migrate(database, "event_store", "classpath:db/event-store");
    migrate(database, "axon", "classpath:db/axon");
    migrate(database, "read_model", "classpath:db/read");
  }

  private static void migrate(PostgresDatabase database, String schema, String location) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas(schema)
        .defaultSchema(schema)
        .locations(location)
        .load()
        .migrate();
  }

  /** Starts on this database, with more configuration classes and {@code name=value} settings. */
  public static SampleApplication on(
      PostgresDatabase database, List<Class<?>> more, String... settings) {
    List<Class<?>> sources = new ArrayList<>(more);
    sources.add(Beans.class);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--test.url=" + database.jdbcUrl(),
                "--test.user=" + database.user(),
                "--test.password=" + database.password(),
                "--playledger.runtime.node-id=test",
                "--playledger.runtime.deadline-poll=100ms",
                "--spring.main.banner-mode=off"));
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    synchronized (STARTING) {
      return new SampleApplication(
          new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
              .web(WebApplicationType.NONE)
              .logStartupInfo(false)
              .registerShutdownHook(false)
              .run(arguments.toArray(String[]::new)));
    }
  }

  public static SampleApplication on(PostgresDatabase database) {
    return on(database, List.of());
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcTemplate sql() {
    return new JdbcTemplate(get(DataSource.class));
  }

  /** Sends without a key, as a player. */
  public CommandReply send(Object command) {
    return get(Commands.class).send(CommandRequest.unkeyed(command, metadata()));
  }

  public CommandReply send(Object command, CommandKey key) {
    return get(Commands.class).send(new CommandRequest(command, metadata(), key));
  }

  public static CommandKey key(String body) {
    return key(UUID.randomUUID(), body);
  }

  public static CommandKey key(UUID key, String body) {
    return new CommandKey("player-1", key, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Map<String, String> metadata() {
    return Map.of("actorId", "player-1", "actorRole", "player", "correlationId", "c-1");
  }

  /** Waits until the counters' tables reflect this position. */
  public boolean reached(long position) {
    return get(ProjectionProgress.class)
        .awaitPosition("counters", position, Duration.ofSeconds(10));
  }

  public Long total(String counterId) {
    return sql()
        .queryForObject(
            "SELECT total FROM read_model.counter WHERE counter_id = ?", Long.class, counterId);
  }

  @Override
  public void close() {
    context.close();
  }

  /** What a server provides. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Beans {

    @Bean
    HikariDataSource dataSource(org.springframework.core.env.Environment environment) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(environment.getProperty("test.url"));
      pool.setUsername(environment.getProperty("test.user"));
      pool.setPassword(environment.getProperty("test.password"));
      pool.setMaximumPoolSize(12);
      pool.setConnectionTimeout(
          environment.getProperty("test.pool-wait-millis", Long.class, 30_000L));
      return pool;
    }

    @Bean
    @org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    io.micrometer.core.instrument.MeterRegistry meters() {
      return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
      return new JdbcTemplate(dataSource);
    }

    @Bean
    CounterProjection counterProjection(JdbcTemplate jdbc) {
      return new CounterProjection(jdbc);
    }

    @Bean
    ClosingSaga.Window window(org.springframework.core.env.Environment environment) {
      return new ClosingSaga.Window(
          environment.getProperty("test.window", Duration.class, Duration.ofMillis(200)));
    }

    @Bean
    Registrations registrations() {
      return new Registrations(
          List.of(new AggregateRegistration("counter.Counter", Counter.class, 5)),
          List.of(
              new CommandHandlerRegistration(
                  axon -> new StepBothHandler(axon.repository(Counter.class))),
              new CommandHandlerRegistration(
                  axon -> new CopyTotalHandler(axon.repository(Counter.class)))),
          List.of(new SagaRegistration("closing", ClosingSaga.class)),
          CounterMessages.names());
    }

    @Bean
    CommandTarget commandTarget() {
      return command -> ((CounterCommand) command).counterId();
    }

    @Bean
    RejectionCodec rejectionCodec() {
      return new RejectionCodec() {
        @Override
        public boolean isRejection(Throwable failure) {
          return failure instanceof Refused;
        }

        @Override
        public String toJson(Throwable rejection) {
          return rejection.getMessage();
        }

        @Override
        public RuntimeException fromJson(String json) {
          return new Refused(json);
        }
      };
    }
  }
}
