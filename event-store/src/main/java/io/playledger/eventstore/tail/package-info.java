/** Follows the log: the newest events in memory, and the signals that it has grown. */
@NullMarked
package io.playledger.eventstore.tail;

import org.jspecify.annotations.NullMarked;
