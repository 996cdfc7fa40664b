package io.playledger.server.ledger;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How much of a hold to take.
 *
 * @param amount decimal string; null for all of it
 */
record CaptureBody(@Schema(example = "12.50") String amount) {}
