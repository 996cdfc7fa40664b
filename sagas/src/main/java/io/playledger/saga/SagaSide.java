package io.playledger.saga;

import io.playledger.api.Contexts;
import io.playledger.runtime.saga.SagaRegistration;
import java.util.List;

/** The sagas of all registered contexts: the server and the tests wire from here. */
public final class SagaSide {

  private static final List<SagaRegistration> SAGAS =
      Contexts.parts("io.playledger.saga", "Sagas", SagaContext.class).stream()
          .flatMap(context -> context.sagas().stream())
          .toList();

  private SagaSide() {}

  /** Every saga with its name. */
  public static List<SagaRegistration> sagas() {
    return SAGAS;
  }
}
