/** The way of a command: idempotency, outcomes, and what the platform's contexts plug in. */
package io.playledger.runtime.command;
