package io.playledger.web.filter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The addresses that count as one client: an IPv4 address, or an IPv6 network, because one
 * subscriber has a whole network of addresses.
 */
public final class ClientNetwork {

  private final int ipv6PrefixBits;

  public ClientNetwork(int ipv6PrefixBits) {
    this.ipv6PrefixBits = ipv6PrefixBits;
  }

  /** The address itself, or its network in hexadecimal digits. */
  public String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    InetAddress literal = InetAddress.ofLiteral(address);
    if (!(literal instanceof Inet6Address)) {
      return literal.getHostAddress();
    }
    byte[] bytes = literal.getAddress();
    for (int bit = ipv6PrefixBits; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >>> bit % Byte.SIZE);
    }
    return HexFormat.of().formatHex(bytes) + "/" + ipv6PrefixBits;
  }
}
