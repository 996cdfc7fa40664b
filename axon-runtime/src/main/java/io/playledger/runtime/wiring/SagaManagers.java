package io.playledger.runtime.wiring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.modelling.saga.AbstractSagaManager;

/** The sagas of this node, among which deadlines find theirs. */
final class SagaManagers {

  private final List<AbstractSagaManager<?>> managers = new CopyOnWriteArrayList<>();

  void add(AbstractSagaManager<?> manager) {
    managers.add(manager);
  }

  List<AbstractSagaManager<?>> all() {
    return List.copyOf(managers);
  }
}
