package io.playledger.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.web.filter.ForwardedClient.Origin;
import io.playledger.web.filter.HttpSettings.ForwardedHeader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients cannot choose the address under which they are counted. */
class ForwardedClientTest {

  private static final AddressRanges PROXIES =
      AddressRanges.of(List.of("10.0.0.0/8", "2001:db8:1::/48"));
  private static final String PROXY = "10.1.2.3";
  private static final String STRANGER = "203.0.113.9";

  private static String client(
      ForwardedHeader believed, String peer, Map<String, List<String>> headers) {
    return new ForwardedClient(PROXIES, believed)
        .of(new Origin(peer, false), name -> headers.getOrDefault(name, List.of()))
        .address();
  }

  private static String behind(String... lines) {
    return client(
        ForwardedHeader.X_FORWARDED_FOR, PROXY, Map.of("X-Forwarded-For", List.of(lines)));
  }

  private static String forwarded(String... lines) {
    return client(ForwardedHeader.FORWARDED, PROXY, Map.of("Forwarded", List.of(lines)));
  }

  @Test
  void headersOfStrangersAreIgnored() {
    assertThat(
            client(
                ForwardedHeader.X_FORWARDED_FOR,
                STRANGER,
                Map.of(
                    "X-Forwarded-For", List.of("1.2.3.4"),
                    "X-Forwarded-Proto", List.of("https"))))
        .isEqualTo(STRANGER);
  }

  @Test
  void headersAreIgnoredWithoutConfiguredProxies() {
    ForwardedClient none =
        new ForwardedClient(AddressRanges.of(List.of()), ForwardedHeader.X_FORWARDED_FOR);
    assertThat(none.of(new Origin("127.0.0.1", false), name -> List.of("1.2.3.4")))
        .isEqualTo(new Origin("127.0.0.1", false));
  }

  @Nested
  class XForwardedFor {

    @ParameterizedTest
    @CsvSource({
      "'198.51.100.7',                         198.51.100.7",
      "'1.1.1.1, 198.51.100.7',                198.51.100.7",
      "'1.1.1.1, 198.51.100.7, 10.9.9.9',      198.51.100.7",
      "'10.5.5.5, 198.51.100.7, 10.9.9.9',     198.51.100.7",
      "'[2001:db8:2::5]:4711',                 2001:db8:2:0:0:0:0:5",
      "'2001:db8:2::5, 2001:db8:1::1',         2001:db8:2:0:0:0:0:5",
      "'198.51.100.7:51234',                   198.51.100.7",
      "'unknown',                              10.1.2.3",
      "'1.1.1.1, unknown, 10.9.9.9',           10.9.9.9",
      "'1.1.1.1, example.org',                 10.1.2.3",
      "'',                                     10.1.2.3"
    })
    void addressesAreReadBackwardsWhileTheyAreConfiguredProxies(String header, String client) {
      assertThat(behind(header)).isEqualTo(client);
    }

    @Test
    void repeatedHeadersFormOneList() {
      assertThat(behind("1.1.1.1", "198.51.100.7", "10.9.9.9")).isEqualTo("198.51.100.7");
    }

    @Test
    void otherForwardingHeaderIsIgnored() {
      assertThat(
              client(
                  ForwardedHeader.X_FORWARDED_FOR,
                  PROXY,
                  Map.of("Forwarded", List.of("for=1.2.3.4"))))
          .isEqualTo(PROXY);
    }

    @Test
    void protocolOfTheClientIsRead() {
      ForwardedClient clients = new ForwardedClient(PROXIES, ForwardedHeader.X_FORWARDED_FOR);
      assertThat(
              clients.of(
                  new Origin(PROXY, false),
                  Map.of(
                          "X-Forwarded-For", List.of(STRANGER),
                          "X-Forwarded-Proto", List.of("https"))
                      ::get))
          .isEqualTo(new Origin(STRANGER, true));
    }
  }

  @Nested
  class Forwarded {

    @ParameterizedTest
    @CsvSource({
      "'for=198.51.100.7',                                    198.51.100.7",
      "'For=\"[2001:db8:2::5]:4711\";proto=https',            2001:db8:2:0:0:0:0:5",
      "'for=1.1.1.1, for=198.51.100.7;by=10.0.0.1',           198.51.100.7",
      "'for=198.51.100.7, for=10.9.9.9',                      198.51.100.7",
      "'for=_hidden',                                         10.1.2.3",
      "'proto=https',                                         10.1.2.3"
    })
    void addressesAreReadBackwardsWhileTheyAreConfiguredProxies(String header, String client) {
      assertThat(forwarded(header)).isEqualTo(client);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/x", "", "300.1.1.1"})
  void invalidNetworkIsRefused(String range) {
    assertThatThrownBy(() -> AddressRanges.of(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
