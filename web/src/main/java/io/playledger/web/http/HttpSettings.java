package io.playledger.web.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the HTTP side.
 *
 * @param bodyBytesMax largest body of a request
 * @param readWaitMillisMax how long a read waits for {@code Playledger-Min-Position}
 * @param readAnswerMillisMax how long a read waits for the read tables to answer
 * @param trustedProxies addresses and networks (CIDR) of the proxies in front of the server, whose
 *     statement of the client's address is believed
 * @param forwardedHeader the header with that statement
 * @param corsOrigins origins whose pages can use the API from a browser
 */
@Validated
@ConfigurationProperties("playledger.http")
public record HttpSettings(
    @DefaultValue("262144") @Min(1_024) @Max(16_777_216) int bodyBytesMax,
    @DefaultValue("5000") @Min(1) @Max(60_000) int readWaitMillisMax,
    @DefaultValue("10000") @Min(100) @Max(60_000) int readAnswerMillisMax,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("X_FORWARDED_FOR") ForwardedHeader forwardedHeader,
    @DefaultValue List<String> corsOrigins) {

  /** A header into which a proxy writes the client's address. */
  public enum ForwardedHeader {
    X_FORWARDED_FOR,
    /** RFC 7239. */
    FORWARDED
  }

  /** {@link #readWaitMillisMax} as a duration. */
  public Duration readWaitMax() {
    return Duration.ofMillis(readWaitMillisMax);
  }

  /** {@link #readAnswerMillisMax} as a duration. */
  public Duration readAnswerMax() {
    return Duration.ofMillis(readAnswerMillisMax);
  }
}
