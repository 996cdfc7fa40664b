package io.playledger.web.filter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the HTTP side.
 *
 * @param bodyBytesMax largest body of a request; a larger one gets 413
 * @param trustedProxies addresses and networks (CIDR) of the proxies in front of the server, whose
 *     statement of the client's address is believed
 * @param forwardedHeader the header with that statement, {@code X_FORWARDED_FOR} or {@code
 *     FORWARDED} (RFC 7239); the other one is ignored
 * @param corsOrigins origins whose pages can use the API from a browser; all others get 403 {@code
 *     ORIGIN_NOT_ALLOWED}
 */
@Validated
@ConfigurationProperties("playledger.http")
public record HttpSettings(
    @DefaultValue("262144") @Min(1_024) @Max(16_777_216) int bodyBytesMax,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("X_FORWARDED_FOR") ForwardedHeader forwardedHeader,
    @DefaultValue List<String> corsOrigins) {

  /** A header into which a proxy writes the client's address. */
  public enum ForwardedHeader {
    X_FORWARDED_FOR,
    /** RFC 7239. */
    FORWARDED
  }
}
