package io.playledger.saga.market;

import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.saga.SagaContext;
import java.util.List;

/** The sagas of the market. */
public final class MarketSagas implements SagaContext {

  @Override
  public List<SagaRegistration> sagas() {
    return List.of(new SagaRegistration(ListingExpirySaga.NAME, ListingExpirySaga.class));
  }
}
