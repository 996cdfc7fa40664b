/**
 * The ledger on the market day: credits, transfers, debits and holds; wallets, sums and history are
 * compared with the client's books.
 */
package io.playledger.verification.ledger;
