/** Stores the events of many commands as one transaction. */
package io.playledger.eventstore.append;
