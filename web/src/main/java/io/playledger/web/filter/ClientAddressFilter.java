package io.playledger.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Replaces the address of our own proxies by that of the client for everything behind this filter.
 */
public final class ClientAddressFilter extends OncePerRequestFilter {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final ForwardedClient clients;

  public ClientAddressFilter(ForwardedClient clients) {
    this.clients = clients;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ForwardedClient.Origin peer =
        new ForwardedClient.Origin(request.getRemoteAddr(), request.isSecure());
    ForwardedClient.Origin client =
        clients.of(peer, name -> Collections.list(request.getHeaders(name)));
    chain.doFilter(client == peer ? request : new FromClient(request, client), response);
  }

  private static final class FromClient extends HttpServletRequestWrapper {

    private final ForwardedClient.Origin origin;

    FromClient(HttpServletRequest request, ForwardedClient.Origin origin) {
      super(request);
      this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
      return origin.address();
    }

    @Override
    public String getRemoteHost() {
      return origin.address();
    }

    @Override
    public boolean isSecure() {
      return origin.secure();
    }

    @Override
    public String getScheme() {
      return origin.secure() ? "https" : "http";
    }

    /** The port of the client's request if the Host header names none. */
    @Override
    public int getServerPort() {
      int port = super.getServerPort();
      return origin.secure() && port == HTTP_PORT ? HTTPS_PORT : port;
    }
  }
}
