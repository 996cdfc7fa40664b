/** Commands of the ledger context and their answers. */
@NullMarked
package io.playledger.api.ledger.command;

import org.jspecify.annotations.NullMarked;
