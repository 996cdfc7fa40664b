/** Wallets, transfers, holds and assets over HTTP. */
@NullMarked
package io.playledger.server.ledger;

import org.jspecify.annotations.NullMarked;
