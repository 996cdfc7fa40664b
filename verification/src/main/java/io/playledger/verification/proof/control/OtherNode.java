package io.playledger.verification.proof.control;

import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.PostgresEventStore;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.serialization.TypeNames;
import io.playledger.server.config.StoredTypes;
import javax.sql.DataSource;

/** Another writer on the same log: no more than an event store. */
final class OtherNode implements AutoCloseable {

  private final PostgresEventStorageEngine engine;
  private final PostgresEventStore store;
  private final DataSource database;

  OtherNode(Scene scene) {
    this.database = scene.database().dataSource();
    TypeNames names = StoredTypes.names();
    this.engine =
        PostgresEventStorageEngine.builder()
            .dataSource(database)
            .schema("event_store")
            .eventSerializer(Serializers.ofMessages(names))
            .snapshotSerializer(Serializers.ofState(names))
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
