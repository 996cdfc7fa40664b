package io.playledger.server.ledger;

import io.playledger.api.ledger.HoldId;

/** The released hold. */
record ReleasedHoldView(HoldId hold) {}
