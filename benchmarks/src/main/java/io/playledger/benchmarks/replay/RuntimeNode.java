package io.playledger.benchmarks.replay;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playledger.api.Contexts;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.projection.ReadModel;
import io.playledger.runtime.command.CommandTarget;
import io.playledger.runtime.command.RejectionCodec;
import io.playledger.runtime.wiring.Registrations;
import io.playledger.runtime.wiring.RuntimeAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The runtime as a server has it, without HTTP and commands: the event store and projections on one
 * database.
 */
final class RuntimeNode implements AutoCloseable {

  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;

  private RuntimeNode(HikariDataSource pool, AnnotationConfigApplicationContext context) {
    this.pool = pool;
    this.context = context;
  }

  /** All schemas, empty. */
  static void migrate(PostgresDatabase database) {
    migrate(database, "event_store", "classpath:db/event-store");
    migrate(database, "axon", "classpath:db/axon");
    migrate(database, ReadModel.SCHEMA, ReadModel.MIGRATIONS);
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

  /** Starts with these projections, which begin where they stood, or at the log's beginning. */
  static RuntimeNode start(
      PostgresDatabase database,
      Map<String, Object> settings,
      Function<DSLContext, List<?>> projections) {
    HikariDataSource pool = pool(database);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("run", settings));
    context.getBeanFactory().registerSingleton("dataSource", pool);
    for (Object projection : projections.apply(readTables(pool))) {
      context.getBeanFactory().registerSingleton(projection.getClass().getSimpleName(), projection);
    }
    context.register(Wiring.class);
    RuntimeNode node = new RuntimeNode(pool, context);
    try {
      context.refresh();
      return node;
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private static HikariDataSource pool(PostgresDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(16);
    return pool;
  }

  private static DSLContext readTables(DataSource source) {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.POSTGRES);
    configuration.set(
        new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
    configuration.set(ReadModel.settings());
    return DSL.using(configuration);
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** When the processors were started, by the clock of {@link System#nanoTime()}. */
  long startedNanos() {
    return context.getBean(StartWatch.class).nanos;
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }

  /** Is started right before the runtime. */
  static final class StartWatch implements SmartLifecycle {
    private volatile long nanos;

    @Override
    public void start() {
      nanos = System.nanoTime();
    }

    @Override
    public void stop() {
      // nothing to end
    }

    @Override
    public boolean isRunning() {
      return nanos != 0;
    }

    @Override
    public int getPhase() {
      return -1;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(RuntimeAutoConfiguration.class)
  static class Wiring {

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    StartWatch startWatch() {
      return new StartWatch();
    }

    @Bean
    Registrations registrations() {
      return new Registrations(List.of(), List.of(), List.of(), Map.copyOf(Contexts.eventNames()));
    }

    @Bean
    CommandTarget commandTarget() {
      return command -> {
        throw new IllegalStateException("no commands are sent here: " + command);
      };
    }

    @Bean
    RejectionCodec rejectionCodec() {
      return new NoRejections();
    }
  }
}
