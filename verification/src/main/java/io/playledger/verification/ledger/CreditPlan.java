package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;

/**
 * A credit that an admin gives a player on arrival.
 *
 * @param fromPayments from system:payments rather than system:mint
 */
public record CreditPlan(Currency currency, long units, boolean fromPayments) {}
