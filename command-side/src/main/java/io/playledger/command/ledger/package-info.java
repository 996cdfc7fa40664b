/** Decides the commands of the ledger. */
@NullMarked
package io.playledger.command.ledger;

import org.jspecify.annotations.NullMarked;
