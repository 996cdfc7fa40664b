package io.playledger.api.ledger.query;

import java.util.List;

/** The open holds of a wallet, limited by the number of holds per wallet. */
public record HoldList(List<HoldView> holds) {}
