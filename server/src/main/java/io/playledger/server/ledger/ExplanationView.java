package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.BalanceExplanation;
import java.util.List;

/**
 * The postings that make a balance, oldest first.
 *
 * @param posted decimal string: what they add up to
 */
record ExplanationView(AssetCode asset, String posted, List<BalanceExplanation.Step> steps) {}
