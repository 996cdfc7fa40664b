package io.playledger.verification.proof.control;

import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.PostgresEventStore;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Another writer on the same log: no more than an event store. */
final class OtherNode implements AutoCloseable {

  private final PostgresEventStorageEngine engine;
  private final PostgresEventStore store;
  private final DataSource database;

  OtherNode(Scene scene) {
    this.database = scene.database().dataSource();
    Serializer serializer = Jackson3Serializer.builder().build();
    this.engine =
        PostgresEventStorageEngine.builder()
            .dataSource(database)
            .schema("event_store")
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .build();
    this.store = PostgresEventStore.on(engine);
  }

  DirectLedger ledger() {
    return new DirectLedger(store, database);
  }

  @Override
  public void close() {
    store.shutDown();
    engine.close();
  }
}
