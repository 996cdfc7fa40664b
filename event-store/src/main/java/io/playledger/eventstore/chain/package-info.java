/** The hash chain over the log, and its proof. */
@NullMarked
package io.playledger.eventstore.chain;

import org.jspecify.annotations.NullMarked;
