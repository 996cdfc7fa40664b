package io.playledger.runtime.wiring;

import javax.sql.DataSource;

/**
 * The source of the two lasting connections of the event store's writer and listener. Optional:
 * without such a bean they hold two connections of the pool. Not a {@link DataSource} bean itself,
 * so that the pool stays the only one.
 *
 * @param dataSource gives plain connections, for example a {@code PGSimpleDataSource}
 */
public record EventStoreWriterSource(DataSource dataSource) {}
