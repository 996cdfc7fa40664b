package io.playledger.saga;

import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.saga.escrow.EscrowSettlementSaga;
import io.playledger.saga.ledger.HoldExpirySaga;
import io.playledger.saga.market.ListingExpirySaga;
import java.util.List;

/** All sagas, in one list: the server and the tests wire from here. */
public final class SagaSide {

  private static final List<SagaRegistration> SAGAS =
      List.of(
          new SagaRegistration(EscrowSettlementSaga.NAME, EscrowSettlementSaga.class),
          new SagaRegistration(ListingExpirySaga.NAME, ListingExpirySaga.class),
          new SagaRegistration(HoldExpirySaga.NAME, HoldExpirySaga.class));

  private SagaSide() {}

  /** Every saga with its name. */
  public static List<SagaRegistration> sagas() {
    return SAGAS;
  }
}
