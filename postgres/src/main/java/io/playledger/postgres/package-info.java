/**
 * A real PostgreSQL inside the process's own folder: nothing to install. {@link
 * io.playledger.postgres.PostgresServer} keeps data for ever with full durability; {@link
 * io.playledger.postgres.TemporaryPostgres} is thrown away with the JVM, for tests and builds.
 */
package io.playledger.postgres;
