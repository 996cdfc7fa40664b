/**
 * A real PostgreSQL inside the process's own folder: nothing to install. {@link
 * io.playledger.postgres.PostgresServer} keeps data forever with full durability.
 */
@NullMarked
package io.playledger.postgres;

import org.jspecify.annotations.NullMarked;
