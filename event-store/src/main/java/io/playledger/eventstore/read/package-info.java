/** Reads the log: pages of events, messages, and records for auditors. */
@NullMarked
package io.playledger.eventstore.read;

import org.jspecify.annotations.NullMarked;
