package io.playledger.runtime.wiring;

import javax.sql.DataSource;

/**
 * Where the event store's writer and listener take their two lasting connections from. Optional:
 * without such a bean they hold two of the pool's. Not a {@link DataSource} bean itself, so that
 * the pool stays the only one.
 *
 * @param dataSource gives plain connections, for example a {@code PGSimpleDataSource}
 */
public record EventStoreWriterSource(DataSource dataSource) {}
