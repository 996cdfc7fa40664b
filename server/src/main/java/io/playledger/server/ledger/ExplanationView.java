package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.query.BalanceExplanation;
import java.util.List;

/**
 * The postings that add up to a balance, oldest first.
 *
 * @param posted decimal string: their sum
 */
record ExplanationView(AssetCode asset, String posted, List<BalanceExplanation.Step> steps) {}
