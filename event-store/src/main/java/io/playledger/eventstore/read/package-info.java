/** Reads the log: pages of events, messages, and records for auditors. */
package io.playledger.eventstore.read;
