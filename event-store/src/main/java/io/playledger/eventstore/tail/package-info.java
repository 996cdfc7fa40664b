/** Follows the log: the newest events in memory, and the signals that it has grown. */
package io.playledger.eventstore.tail;
