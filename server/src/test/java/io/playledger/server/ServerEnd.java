package io.playledger.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stops the shared server after the last test of the JVM, before its PostgreSQL ends. Registered
 * for all tests by {@code META-INF/services}.
 */
public final class ServerEnd implements BeforeAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ServerEnd.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    AutoCloseable end = ServerUnderTest::closeShared;
    context.getRoot().getStore(NAMESPACE).computeIfAbsent("end", key -> end);
  }
}
