package io.playledger.saga.escrow;

import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.TradeId;
import io.playledger.runtime.saga.SagaStep;
import java.util.Locale;

/**
 * The steps of a settlement. Each step is done at most once, so each reason to settle is a separate
 * step: the rejection of one (too early, disputed meanwhile) must not answer another.
 */
enum SettlementStep {
  FUND,
  SETTLE_UNDELIVERED,
  SETTLE_UNCONTESTED,
  SETTLE_CONFIRMED,
  SETTLE_CANCELLED,
  SETTLE_RULED,
  RULE_BY_DEFAULT,
  FINISH_UNFUNDED,
  FINISH;

  SagaStep of(TradeId trade) {
    String step = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new SagaStep(EscrowSettlementSaga.NAME, trade.toString(), step);
  }

  /**
   * The id of the transaction that this step posts. A retry of the step posts under the same id.
   */
  TransactionId transactionOf(TradeId trade) {
    return new TransactionId(of(trade).key());
  }
}
