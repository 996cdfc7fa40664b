package io.playledger.server.ledger;

/**
 * How much of a hold to take.
 *
 * @param amount decimal string; null for all of it
 */
record CaptureBody(String amount) {}
