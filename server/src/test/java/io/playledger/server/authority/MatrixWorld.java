package io.playledger.server.authority;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/**
 * The callers of the matrix, and for each operation a thing of its own that it is about. Made once;
 * what one operation does touches no other.
 */
final class MatrixWorld {

  /** The player of the examples, who is nobody. */
  private static final String EXAMPLE_PLAYER = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70";

  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private static final int MAKERS = 8;

  private static MatrixWorld shared;

  private final ServerUnderTest server = ServerUnderTest.shared();
  private final HttpTestClient http = server.http();
  private final TestMarket market = new TestMarket(server);
  private final AuthorisationMatrix matrix = AuthorisationMatrix.read();
  private final Map<String, MatrixThings.Thing> things = things();
  private final List<DescribedOperation> operations =
      DescribedOperation.of(http.get("//v3/api-docs").send().json());
  private final Map<String, TestPlayer> callers = new LinkedHashMap<>();
  private final Map<String, Scene> scenes = new ConcurrentHashMap<>();
  private final TestPlayer somebody = server.newPlayer();
  private final String key = apiKey("wallet:read", "market:read", "scores:read", "scores:issue");
  private final String narrowKey = apiKey("scores:read");

  /**
   * What one operation is about.
   *
   * @param owner who it belongs to
   * @param id of the thing; null where the path names none
   */
  record Scene(TestPlayer owner, String id) {}

  private MatrixWorld() {
    callers.put("other", server.newPlayer());
    for (String role :
        new String[] {"server-owner", "developer", "moderator", "auditor", "analyst"}) {
      callers.put(role, server.newPlayerWithRole(role));
    }
    callers.put("admin", server.admin());
    callers.put("revoked", revoked());
    forEach(operations, this::scene);
  }

  /** The one of this JVM. */
  static synchronized MatrixWorld shared() {
    if (shared == null) {
      shared = new MatrixWorld();
    }
    return shared;
  }

  /** All of the API description. */
  List<DescribedOperation> operations() {
    return operations;
  }

  AuthorisationMatrix matrix() {
    return matrix;
  }

  /** The thing of an operation. Operations that only read share theirs, as those without one do. */
  Scene scene(DescribedOperation operation) {
    String thing = matrix.request(operation).thing();
    boolean shared = thing == null || operation.method().equals("GET");
    return scenes.computeIfAbsent(
        shared ? "@" + thing : operation.name(), same -> newScene(operation));
  }

  /** For each operation what is made for it. Many at once, since most of the time is waiting. */
  static <T> Map<DescribedOperation, T> forEach(
      List<DescribedOperation> operations, Function<DescribedOperation, T> making) {
    Map<DescribedOperation, Future<T>> results = new LinkedHashMap<>();
    try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
      operations.forEach(
          operation -> results.put(operation, makers.submit(() -> making.apply(operation))));
    }
    Map<DescribedOperation, T> made = new LinkedHashMap<>();
    results.forEach((operation, future) -> made.put(operation, future.resultNow()));
    return made;
  }

  /** A new owner with a new thing. */
  Scene newScene(DescribedOperation operation) {
    String thing = matrix.request(operation).thing();
    String role = thing == null ? "player" : thing(thing).ownerRole();
    TestPlayer owner = role.equals("player") ? server.newPlayer() : server.newPlayerWithRole(role);
    return another(operation, new Scene(owner, null));
  }

  /** Another thing of the same owner. */
  Scene another(DescribedOperation operation, Scene scene) {
    String thing = matrix.request(operation).thing();
    return new Scene(
        scene.owner(), thing == null ? null : thing(thing).maker().make(market, scene.owner()));
  }

  /** What this caller sends, under a fresh key. */
  HttpTestClient.Call call(DescribedOperation operation, String caller) {
    Scene scene = scene(operation);
    return as(operation, caller, scene, request(operation, scene, body(operation, caller, scene)))
        .keyed();
  }

  /** A request without caller and key. */
  HttpTestClient.Call request(DescribedOperation operation, Scene scene, String body) {
    return request(operation, scene, matrix.request(operation).query(), body);
  }

  HttpTestClient.Call request(
      DescribedOperation operation, Scene scene, String query, String body) {
    return http.method(
        operation.method(),
        "/" + path(operation, scene) + (query.isEmpty() ? "" : "?" + query),
        body);
  }

  HttpTestClient.Call as(
      DescribedOperation operation, String caller, Scene scene, HttpTestClient.Call call) {
    return switch (caller) {
      case "nobody" -> call;
      case "key" -> call.header("X-Api-Key", key);
      case "narrow-key" -> call.header("X-Api-Key", narrowKey);
      default -> call.as(player(operation, caller, scene));
    };
  }

  /** Null where the operation takes none. */
  String body(DescribedOperation operation, String caller, Scene scene) {
    String given = matrix.request(operation).body();
    String body = given == null ? operation.body() : given;
    if (body == null) {
      return null;
    }
    Instant soon = server.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String unique = UUID.randomUUID().toString().substring(25);
    String soonEverywhere =
        given == null ? INSTANT.matcher(body).replaceAll(soon.toString()) : body;
    return soonEverywhere
        .replace(EXAMPLE_PLAYER, somebody.id())
        .replace("${new}", unique)
        .replace("${NEW}", "A" + unique.toUpperCase(Locale.ROOT))
        .replace("${owner}", scene.owner().email())
        .replace(
            "${caller}", callers.containsKey(caller) ? callers.get(caller).id() : somebody.id());
  }

  private TestPlayer player(DescribedOperation operation, String caller, Scene scene) {
    if (matrix.request(operation).endsCaller() && !caller.equals("revoked")) {
      return server.newPlayer();
    }
    return caller.equals("owner") ? scene.owner() : callers.get(caller);
  }

  private String path(DescribedOperation operation, Scene scene) {
    Map<String, String> values = new HashMap<>();
    matrix
        .request(operation)
        .variables()
        .forEach(
            (name, value) ->
                values.put(name, value.replace("${thing}", String.valueOf(scene.id()))));
    return VARIABLE
        .matcher(operation.path())
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(
                    values.getOrDefault(
                        variable.group(1),
                        scene.id() == null ? UUID.randomUUID().toString() : scene.id())));
  }

  private MatrixThings.Thing thing(String name) {
    MatrixThings.Thing thing = things.get(name);
    if (thing == null) {
      throw new AssertionError("the matrix names @" + name + ", and no MatrixThings have it");
    }
    return thing;
  }

  private static Map<String, MatrixThings.Thing> things() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(MatrixThings.class));
    Map<String, MatrixThings.Thing> all = new HashMap<>();
    for (var found : scan.findCandidateComponents("io.playledger")) {
      try {
        var constructor =
            ClassUtils.forName(found.getBeanClassName(), null).getDeclaredConstructor();
        constructor.setAccessible(true);
        ((MatrixThings) constructor.newInstance())
            .things()
            .forEach(
                (name, thing) -> {
                  if (all.put(name, thing) != null) {
                    throw new AssertionError("two contexts have a thing @" + name);
                  }
                });
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return all;
  }

  private TestPlayer revoked() {
    TestPlayer player = server.newPlayer();
    JdbcClient.create(server.bean(DataSource.class))
        .sql("UPDATE auth.account SET state = 'REGISTERING' WHERE id = ?")
        .param(UUID.fromString(player.id()))
        .update();
    return player;
  }

  /** An admin's, which does no more than a player's. */
  private String apiKey(String... scopes) {
    return market
        .post(
            "/api-keys",
            server.admin(),
            "{\"name\":\"matrix\",\"scopes\":[\"%s\"]}".formatted(String.join("\",\"", scopes)))
        .data()
        .path("secret")
        .asString();
  }
}
