package io.playledger.web.filter;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and networks in CIDR notation, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public final class AddressRanges {

  private final List<IpAddressMatcher> ranges;

  private AddressRanges(List<IpAddressMatcher> ranges) {
    this.ranges = ranges;
  }

  /** Throws IllegalArgumentException for a text that is neither an address nor a network. */
  public static AddressRanges of(List<String> ranges) {
    return new AddressRanges(ranges.stream().map(AddressRanges::range).toList());
  }

  private static IpAddressMatcher range(String text) {
    String address = text.strip();
    int slash = address.indexOf('/');
    // names are not resolved
    InetAddress.ofLiteral(slash < 0 ? address : address.substring(0, slash));
    return new IpAddressMatcher(address);
  }

  /** Whether the list is empty. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether one of the ranges contains this address; false if the text is not an address. */
  public boolean contains(String address) {
    if (ranges.isEmpty()) {
      return false;
    }
    try {
      String literal = InetAddress.ofLiteral(address).getHostAddress();
      return ranges.stream().anyMatch(range -> range.matches(literal));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
