package io.playledger.saga.escrow;

import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.saga.SagaContext;
import java.util.List;

/** The sagas of the escrow context. */
public final class EscrowSagas implements SagaContext {

  @Override
  public List<SagaRegistration> sagas() {
    return List.of(new SagaRegistration(EscrowSettlementSaga.NAME, EscrowSettlementSaga.class));
  }
}
