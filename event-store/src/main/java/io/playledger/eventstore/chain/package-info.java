/** The hash chain over the log, and its proof. */
package io.playledger.eventstore.chain;
