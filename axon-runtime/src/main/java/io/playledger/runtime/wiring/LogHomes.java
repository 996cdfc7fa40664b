package io.playledger.runtime.wiring;

import io.playledger.eventstore.LogHome;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Allows a start only on the log's home, or on the home to which the log is to be moved. */
public final class LogHomes {

  private final EventStoreProperties eventStore;
  private final LogHome home;

  LogHomes(DataSource dataSource, RuntimeProperties properties, EventStoreProperties eventStore) {
    this.eventStore = eventStore;
    this.home = new LogHome(dataSource, properties.eventStoreSchema());
  }

  /**
   * Claims the database for the log in this home, or for the copy of it.
   *
   * @param move moves the log here from the home of that name; called where the log lives there and
   *     the settings ask for the move
   */
  public void enter(String wanted, Consumer<String> move) {
    String found = home.claim(wanted);
    if (found.equals(wanted)) {
      return;
    }
    if (!eventStore.move()) {
      throw new UnsafeWiringException(
          ("The log of this database lives in %s, and %s=%s would begin another one. Start with the"
                  + " home it has, or move it: docs/event-stores.md says how")
              .formatted(found, EventStoreProperties.PROPERTY, wanted));
    }
    move.accept(found);
    home.change(wanted);
  }
}
