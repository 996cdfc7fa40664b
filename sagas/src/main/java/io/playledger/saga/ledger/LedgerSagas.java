package io.playledger.saga.ledger;

import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.saga.SagaContext;
import java.util.List;

/** The sagas of the ledger. */
public final class LedgerSagas implements SagaContext {

  @Override
  public List<SagaRegistration> sagas() {
    return List.of(new SagaRegistration(HoldExpirySaga.NAME, HoldExpirySaga.class));
  }
}
