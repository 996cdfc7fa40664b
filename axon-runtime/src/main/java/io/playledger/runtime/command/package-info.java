/** Sending and handling of commands: idempotency, outcomes, and registrations of contexts. */
package io.playledger.runtime.command;
