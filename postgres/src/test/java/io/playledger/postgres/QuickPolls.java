package io.playledger.postgres;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Awaitility looks at once and then every 20 ms instead of every 100 ms. JUnit finds this extension
 * by {@code META-INF/services} in every module that has this test kit.
 */
public final class QuickPolls implements BeforeAllCallback {

  private static final Duration POLL = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(POLL);
  }
}
