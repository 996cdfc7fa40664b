package io.playledger.access.identity.steam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An OpenID 2.0 provider like Steam's, over HTTP: {@code checkid_setup} signs with an association
 * of its own, {@code check_authentication} compares the signature with the signed fields and
 * confirms once. The test chooses the person who signs in.
 */
public final class StandInOpenIdProvider implements AutoCloseable {

  static final String NAMESPACE = "http://specs.openid.net/auth/2.0";
  static final String SIGNED =
      "signed,op_endpoint,claimed_id,identity,return_to,response_nonce,assoc_handle";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, byte[]> associations = new ConcurrentHashMap<>();
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private volatile String steamId = "76561197960287930";
  private volatile Consumer<Map<String, String>> beforeSigning = fields -> {};
  private volatile int status = 200;
  private volatile Optional<String> words = Optional.empty();
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  private StandInOpenIdProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/openid/login", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** On a port of its own. */
  public static StandInOpenIdProvider start() {
    try {
      return new StandInOpenIdProvider();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Its address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/openid/login");
  }

  /** What its identities begin with. */
  public String identities() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/openid/id/";
  }

  /** From now on this person signs in. */
  public void person(String id) {
    steamId = id;
  }

  /** From now on it says something else, and signs that. */
  public void saying(Consumer<Map<String, String>> change) {
    beforeSigning = change;
  }

  /** From now on questions are answered with this status. */
  public void answering(int otherStatus) {
    status = otherStatus;
  }

  /** From now on all questions are answered in these words. */
  public void answering(String body) {
    words = Optional.of(body);
  }

  /** From now on questions are not answered. */
  public void hanging() {
    hanging = new CountDownLatch(1);
  }

  /** All that is undone, but for what was signed and confirmed. */
  public void reset() {
    saying(fields -> {});
    status = 200;
    words = Optional.empty();
    hanging.countDown();
  }

  /** What the browser brings back after signing in, or turning back. */
  public URI signIn(URI authorization) {
    Map<String, String> asked = fields(authorization.getRawQuery());
    require(asked.get("openid.ns").equals(NAMESPACE), "ns");
    require(asked.get("openid.mode").equals("checkid_setup"), "mode");
    require(asked.get("openid.claimed_id").endsWith("/identifier_select"), "claimed_id");
    require(asked.get("openid.identity").endsWith("/identifier_select"), "identity");
    require(asked.get("openid.return_to").startsWith(asked.get("openid.realm")), "realm");
    Map<String, String> says = new LinkedHashMap<>();
    says.put("openid.ns", NAMESPACE);
    says.put("openid.mode", "id_res");
    says.put("openid.op_endpoint", endpoint().toString());
    says.put("openid.claimed_id", identities() + steamId);
    says.put("openid.identity", identities() + steamId);
    says.put("openid.return_to", asked.get("openid.return_to"));
    says.put(
        "openid.response_nonce",
        Instant.now().truncatedTo(ChronoUnit.SECONDS) + UUID.randomUUID().toString());
    says.put("openid.assoc_handle", UUID.randomUUID().toString());
    says.put("openid.signed", SIGNED);
    beforeSigning.accept(says);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    associations.put(says.get("openid.assoc_handle"), key);
    says.put("openid.sig", signature(key, says));
    return URI.create(
        asked.get("openid.return_to")
            + (asked.get("openid.return_to").contains("?") ? "&" : "?")
            + form(says));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      hanging.await();
      Map<String, String> asked = fields(body);
      boolean valid =
          exchange.getRequestMethod().equals("POST")
              && "check_authentication".equals(asked.get("openid.mode"))
              && isValid(asked);
      byte[] answer =
          words
              .orElse("ns:" + NAMESPACE + "\nis_valid:" + valid + "\n")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(status, answer.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isValid(Map<String, String> asked) {
    byte[] key = associations.get(asked.getOrDefault("openid.assoc_handle", ""));
    return key != null
        && signature(key, asked).equals(asked.get("openid.sig"))
        && confirmed.add(asked.get("openid.response_nonce"));
  }

  /** Key-value form of the signed fields, by section 6.1. */
  private static String signature(byte[] key, Map<String, String> fields) {
    String text =
        Stream.of(fields.get("openid.signed").split(","))
            .map(name -> name + ":" + fields.getOrDefault("openid." + name, "") + "\n")
            .collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (String part : List.of(form.split("&"))) {
      int equals = part.indexOf('=');
      String name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
      require(names.add(name), name + " comes twice");
      fields.put(name, URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("the provider was asked wrongly: " + what);
    }
  }

  @Override
  public void close() {
    hanging.countDown();
    server.stop(0);
    threads.close();
  }
}
