package io.playledger.benchmarks.command;

import com.zaxxer.hikari.HikariDataSource;
import io.playledger.benchmarks.command.PurseMessages.PurseCommand;
import io.playledger.eventstore.CommandKey;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.CommandTarget;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.command.RejectionCodec;
import io.playledger.runtime.wiring.EventStoreWriterSource;
import io.playledger.runtime.wiring.Registrations;
import io.playledger.runtime.wiring.RuntimeAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The runtime as the server wires it, with nothing of the server's own around it. */
final class PlayledgerWay implements CommandWay {

  private static final String SCOPE = "0199f2c0-7c1e-7b5a-9d6f-3f2c6c1f7a11";

  private final ConfigurableApplicationContext context;
  private final Commands commands;
  private final byte[] requestHash = new byte[32];

  PlayledgerWay() {
    PostgresDatabase database = TemporaryPostgres.durable().newDatabase();
    migrate(database, "event_store", "classpath:db/event-store");
    migrate(database, "axon", "classpath:db/axon");
    migrate(database, "read_model", "classpath:db/nothing");
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .run(
                "--bench.url=" + database.jdbcUrl(),
                "--bench.user=" + database.user(),
                "--bench.password=" + database.password(),
                "--logging.config=classpath:verification-logback.xml",
                "--spring.main.banner-mode=off");
    commands = context.getBean(Commands.class);
  }

  private static void migrate(PostgresDatabase database, String schema, String location) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas(schema)
        .defaultSchema(schema)
        .locations(location)
        .failOnMissingLocations(false)
        .load()
        .migrate();
  }

  @Override
  public void send(PurseCommand command) {
    commands.send(CommandRequest.unkeyed(command, METADATA));
  }

  @Override
  public void send(PurseCommand command, UUID key) {
    commands.send(new CommandRequest(command, METADATA, new CommandKey(SCOPE, key, requestHash)));
  }

  @Override
  public DataSource database() {
    return context.getBean(DataSource.class);
  }

  @Override
  public EventTable events() {
    return new EventTable("event_store.events", "aggregate_id", "sequence_number", "payload");
  }

  @Override
  public void close() {
    context.close();
  }

  /** What a server provides. */
  @Configuration(proxyBeanMethods = false)
  @Import(RuntimeAutoConfiguration.class)
  static class Parts {

    @Bean
    HikariDataSource dataSource(Environment environment) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(environment.getProperty("bench.url"));
      pool.setUsername(environment.getProperty("bench.user"));
      pool.setPassword(environment.getProperty("bench.password"));
      pool.setMaximumPoolSize(16);
      return pool;
    }

    @Bean
    EventStoreWriterSource eventStoreWriterSource(Environment environment) {
      org.postgresql.ds.PGSimpleDataSource plain = new org.postgresql.ds.PGSimpleDataSource();
      plain.setUrl(environment.getProperty("bench.url"));
      plain.setUser(environment.getProperty("bench.user"));
      plain.setPassword(environment.getProperty("bench.password"));
      return new EventStoreWriterSource(plain);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Registrations registrations() {
      return new Registrations(
          List.of(new AggregateRegistration("bench.Purse", Purse.class, 0)),
          List.of(),
          List.of(),
          Map.of(
              "bench.PurseOpened", PurseMessages.PurseOpened.class,
              "bench.Deposited", PurseMessages.Deposited.class));
    }

    @Bean
    CommandTarget commandTarget() {
      return command -> ((PurseCommand) command).purseId();
    }

    /** Nothing is ever rejected here. */
    @Bean
    RejectionCodec rejectionCodec() {
      return new RejectionCodec() {
        @Override
        public boolean isRejection(Throwable failure) {
          return false;
        }

        @Override
        public String toJson(Throwable rejection) {
          throw new IllegalArgumentException("not a rejection", rejection);
        }

        @Override
        public RuntimeException fromJson(String json) {
          throw new IllegalArgumentException(json);
        }
      };
    }
  }
}
