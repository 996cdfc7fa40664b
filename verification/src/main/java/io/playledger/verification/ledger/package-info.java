/**
 * The ledger on the market day: credits, transfers, debits and holds; wallets, sums and history are
 * compared with the client's books.
 */
@NullMarked
package io.playledger.verification.ledger;

import org.jspecify.annotations.NullMarked;
