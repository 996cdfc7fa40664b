/** Stores the events of many commands as one transaction. */
@NullMarked
package io.playledger.eventstore.append;

import org.jspecify.annotations.NullMarked;
