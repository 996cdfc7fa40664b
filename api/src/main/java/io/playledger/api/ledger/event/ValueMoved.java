package io.playledger.api.ledger.event;

import io.playledger.api.Event;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;

/**
 * An event that moves value. It carries its balanced postings itself; receipts on wallets ({@link
 * WalletCredited}, {@link WalletDebited}) repeat their share for the aggregate and are never
 * counted again.
 */
public interface ValueMoved extends Event {

  TransactionId transaction();

  Postings postings();
}
