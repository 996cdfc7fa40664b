package io.playledger.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

  private final ClientNetwork networks = new ClientNetwork(64);

  @Test
  void ipv4AddressIsItsOwnNetwork() {
    assertThat(networks.of("203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(networks.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void ipv6AddressesOfOneSubscriberAreOneNetwork() {
    assertThat(networks.of("2001:db8:0:1::5"))
        .isEqualTo(networks.of("2001:db8:0:1:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(networks.of("2001:db8:0:2::5"));
  }

  @Test
  void prefixCanEndWithinAByte() {
    ClientNetwork wide = new ClientNetwork(60);
    assertThat(wide.of("2001:db8:0:10::1")).isEqualTo(wide.of("2001:db8:0:1f::1"));
    assertThat(wide.of("2001:db8:0:10::1")).isNotEqualTo(wide.of("2001:db8:0:20::1"));
  }
}
