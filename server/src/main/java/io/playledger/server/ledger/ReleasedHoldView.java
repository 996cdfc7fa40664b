package io.playledger.server.ledger;

import io.playledger.api.ledger.HoldId;

/** The hold that ended without payment. */
record ReleasedHoldView(HoldId hold) {}
