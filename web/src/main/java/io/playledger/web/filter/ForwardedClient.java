package io.playledger.web.filter;

import io.playledger.web.filter.HttpSettings.ForwardedHeader;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client behind proxies. Each proxy appends the address of its caller, so the list is
 * read backwards while it was written by configured proxies; the first address that is none of them
 * is the client's, and whatever stands before it anybody may have written.
 */
public final class ForwardedClient {

  private static final Pattern PAIR =
      Pattern.compile("(?i)(for|proto)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s\"]*))");
  private static final Pattern HOST =
      Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?|([0-9.]{7,15})(?::[0-9]{1,5})?");
  private static final int HOPS_MAX = 32;

  private final AddressRanges proxies;
  private final ForwardedHeader header;

  public ForwardedClient(AddressRanges proxies, ForwardedHeader header) {
    this.proxies = proxies;
    this.header = header;
  }

  /**
   * The origin of a request.
   *
   * @param secure whether the client used TLS
   */
  public record Origin(String address, boolean secure) {}

  /**
   * The origin of a request. A peer that is not a configured proxy is the client, whatever the
   * headers state.
   *
   * @param peer the connected peer, with or without TLS
   * @param headers the lines of a header, by its name
   */
  public Origin of(Origin peer, Function<String, List<String>> headers) {
    if (!proxies.contains(peer.address())) {
      return peer;
    }
    return header == ForwardedHeader.FORWARDED
        ? forwarded(peer, headers.apply("Forwarded"))
        : xForwarded(peer, headers.apply("X-Forwarded-For"), headers.apply("X-Forwarded-Proto"));
  }

  private Origin xForwarded(Origin peer, List<String> hops, List<String> protos) {
    String client = peer.address();
    for (String hop : backwards(hops)) {
      String address = literal(hop);
      if (address == null) {
        break;
      }
      client = address;
      if (!proxies.contains(address)) {
        break;
      }
    }
    return new Origin(client, protos.isEmpty() ? peer.secure() : isTls(protos.getLast()));
  }

  private Origin forwarded(Origin peer, List<String> hops) {
    String client = peer.address();
    boolean secure = peer.secure();
    for (String hop : backwards(hops)) {
      String address = null;
      Matcher pair = PAIR.matcher(hop);
      while (pair.find()) {
        String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
        if (pair.group(1).equalsIgnoreCase("proto")) {
          secure = isTls(value);
        } else {
          address = literal(value);
        }
      }
      if (address == null) {
        break;
      }
      client = address;
      if (!proxies.contains(address)) {
        break;
      }
    }
    return new Origin(client, secure);
  }

  private static boolean isTls(String proto) {
    return proto.strip().equalsIgnoreCase("https");
  }

  private static List<String> backwards(List<String> lines) {
    List<String> hops = new ArrayList<>();
    for (String line : lines) {
      Collections.addAll(hops, line.split(","));
    }
    Collections.reverse(hops);
    return hops.size() > HOPS_MAX ? hops.subList(0, HOPS_MAX) : hops;
  }

  /** The address without brackets and port; none: {@code unknown}, a name or nonsense. */
  private static @Nullable String literal(String hop) {
    String text = hop.strip();
    Matcher host = HOST.matcher(text);
    if (host.matches()) {
      text = host.group(1) == null ? host.group(2) : host.group(1);
    }
    try {
      return InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }
}
