/** Wallets, transfers, holds and assets over HTTP. */
package io.playledger.server.ledger;
