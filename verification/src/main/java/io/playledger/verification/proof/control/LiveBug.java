package io.playledger.verification.proof.control;

import io.playledger.verification.proof.log.CheckName;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A server with a bug in one of its parts.
 *
 * @param bug puts it in
 * @param deed what people do that brings it out; on a sound server nothing comes of it
 */
record LiveBug(
    String name,
    CheckName foundBy,
    ApplicationContextInitializer<GenericApplicationContext> bug,
    Deed deed)
    implements Control {

  /** What people do. */
  @FunctionalInterface
  interface Deed {
    void on(Company company, Scene scene);
  }
}
