/**
 * An Axon event store on PostgreSQL that commits the events of many commands as one transaction.
 *
 * <p>Start at {@link io.playledger.eventstore.PostgresEventStorageEngine}. The module depends on
 * Axon and the PostgreSQL driver only; the other home, in Axon Server, has a module of its own.
 */
@NullMarked
package io.playledger.eventstore;

import org.jspecify.annotations.NullMarked;
