/** Sending and handling of commands: idempotency, outcomes, and registrations of contexts. */
@NullMarked
package io.playledger.runtime.command;

import org.jspecify.annotations.NullMarked;
