package io.playledger.server.ledger;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The amount of a capture.
 *
 * @param amount decimal string; null for the whole hold
 */
record CaptureBody(@Schema(example = "12.50") String amount) {}
