/** Reputation over HTTP. */
@NullMarked
package io.playledger.server.reputation;

import org.jspecify.annotations.NullMarked;
