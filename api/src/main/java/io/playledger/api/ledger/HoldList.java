package io.playledger.api.ledger;

import java.util.List;

/** Holds; bounded by the limit on holds a wallet. */
public record HoldList(List<HoldView> holds) {}
