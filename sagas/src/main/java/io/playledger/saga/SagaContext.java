package io.playledger.saga;

import io.playledger.runtime.saga.SagaRegistration;
import java.util.List;

/**
 * The sagas of one context. The class is named {@code <prefix>Sagas}, lies in the context's package
 * and is found by that name.
 */
public interface SagaContext {

  /** Every saga with its name. */
  List<SagaRegistration> sagas();
}
