package io.playledger.benchmarks.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.playledger.benchmarks.command.PurseMessages.PurseCommand;
import io.playledger.postgres.TemporaryPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon as it comes: {@code DefaultConfigurer}, {@code JdbcEventStorageEngine}, weak cache, its own
 * command target resolver and locks. Two things favour it: no transaction around the command (the
 * append is one statement that commits itself), and the identifier factory, which is one a JVM and
 * here ours.
 */
final class StockAxonWay implements CommandWay {

  private final HikariDataSource pool;
  private final Configuration axon;
  private final CommandBus bus;

  /**
   * @param connections so many commands can append at the same time
   */
  StockAxonWay(int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(TemporaryPostgres.durable().newDatabase().dataSource());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    pool = new HikariDataSource(config);
    Serializer serializer = Jackson3Serializer.builder().build();
    ConnectionProvider connectionProvider = pool::getConnection;
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(connectionProvider)
            .transactionManager(NoTransactionManager.INSTANCE)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    axon =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(_ -> serializer)
            .configureEventStore(_ -> EmbeddedEventStore.builder().storageEngine(engine).build())
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Purse.class).configureWeakReferenceCache())
            .buildConfiguration();
    axon.start();
    bus = axon.commandBus();
  }

  @Override
  public void send(PurseCommand command) {
    CommandMessage<Object> message = new GenericCommandMessage<>(command, MetaData.from(METADATA));
    CommandResultMessage<?>[] result = new CommandResultMessage<?>[1];
    bus.dispatch(message, (_, answer) -> result[0] = answer);
    if (result[0].isExceptional()) {
      throw new IllegalStateException("stock Axon failed: " + command, result[0].exceptionResult());
    }
  }

  @Override
  public void send(PurseCommand command, UUID key) {
    throw new UnsupportedOperationException("Axon knows no idempotency keys");
  }

  @Override
  public DataSource database() {
    return pool;
  }

  @Override
  public EventTable events() {
    return new EventTable(
        "domainevententry",
        "aggregateidentifier",
        "sequencenumber",
        "convert_from(payload, 'UTF8')::json");
  }

  @Override
  public void close() {
    axon.shutdown();
    pool.close();
  }
}
