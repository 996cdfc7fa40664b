package io.playledger.access.identity.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of erasures.
 *
 * @param period how often the server looks for interrupted erasures, and how long after the last
 *     one its traces are cleared; at least 1 second
 */
@ConfigurationProperties("playledger.erasure")
record ErasureSettings(@DefaultValue("1m") Duration period) {

  ErasureSettings {
    if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "playledger.erasure.period must be 1 second to 1 day, not " + period);
    }
  }
}
