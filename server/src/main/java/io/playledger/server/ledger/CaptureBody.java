package io.playledger.server.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The amount of a capture.
 *
 * @param amount decimal string; none: the whole hold
 */
record CaptureBody(@Schema(example = "12.50") @Nullable String amount) {}
