package io.playledger.runtime.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The home of the log.
 *
 * @param home {@code postgres} or {@code axon-server}
 * @param move set once to move the log from the other home; without it a database whose log lives
 *     elsewhere is refused
 */
@ConfigurationProperties("playledger.event-store")
public record EventStoreProperties(
    @DefaultValue(EventStoreProperties.POSTGRES) String home, @DefaultValue("false") boolean move) {

  /** Name of the setting. */
  public static final String PROPERTY = "playledger.event-store.home";

  /** The home that the module {@code event-store-axon-server} adds. */
  public static final String AXON_SERVER = "axon-server";

  static final String POSTGRES = "postgres";

  /** Checks the home's name. */
  public EventStoreProperties {
    if (!home.equals(POSTGRES) && !home.equals(AXON_SERVER)) {
      throw new UnsafeWiringException(
          "%s is %s; it must be %s or %s".formatted(PROPERTY, home, POSTGRES, AXON_SERVER));
    }
  }
}
