package io.playledger.server.authority;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.playledger.server.HttpTestClient;
import io.playledger.server.HttpTestClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every operation of the API description must do, whatever it is about. A new operation needs
 * a line in {@code authorisation-matrix.txt} and nothing here.
 */
@Isolated("sends every operation, also those that stop processors")
class EveryOperationIT {

  private static final String KEY = "Idempotency-Key";
  private static final String UNKNOWN = "noSuchThing";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A repeat does not say it again. */
  private static final String SECRET = "secret";

  private final MatrixWorld world = MatrixWorld.shared();
  private final List<DescribedOperation> operations = world.operations();

  @TestFactory
  Stream<DynamicTest> aRequestWithoutItsKeyIsRefused() {
    return each(
        EveryOperationIT::isKeyed,
        operation -> assertProblem(unkeyed(operation).send(), 400, "IDEMPOTENCY_KEY_MISSING"));
  }

  @TestFactory
  Stream<DynamicTest> aKeyThatIsNoUuidIsRefused() {
    return each(
        EveryOperationIT::isKeyed,
        operation -> assertInvalid(unkeyed(operation).header(KEY, "abc").send(), KEY));
  }

  @TestFactory
  Stream<DynamicTest> twoKeysAreRefused() {
    return each(
        EveryOperationIT::isKeyed,
        operation -> {
          String key = UUID.randomUUID().toString();
          assertInvalid(
              unkeyed(operation).header(KEY, key).again(KEY, UUID.randomUUID().toString()).send(),
              KEY);
          assertInvalid(unkeyed(operation).header(KEY, key).again(KEY, key).send(), KEY);
        });
  }

  @TestFactory
  Stream<DynamicTest> aRepeatGetsTheFirstAnswerAndAnyOtherRequestWithItsKeyIsRefused() {
    List<DescribedOperation> repeatable =
        operations.stream()
            .filter(EveryOperationIT::isKeyed)
            .filter(operation -> !world.matrix().request(operation).endsCaller())
            .toList();
    Map<DescribedOperation, Throwable> failures =
        MatrixWorld.forEach(repeatable, operation -> catchThrowable(() -> repeats(operation)));
    return each(repeatable::contains, operation -> assertThat(failures.get(operation)).isNull());
  }

  private void repeats(DescribedOperation operation) {
    String caller = world.matrix().admitted(operation);
    MatrixWorld.Scene scene = world.newScene(operation);
    // made before the first request: some things do not wait for long
    MatrixWorld.Scene another =
        caller.equals("owner") ? world.another(operation, scene) : world.newScene(operation);
    String body = world.body(operation, caller, scene);
    UUID key = UUID.randomUUID();

    Reply first = send(operation, caller, scene, body, key);
    assertThat(first.status()).as(first.toString()).isBetween(200, 299);
    assertThat(first.replayed()).isFalse();

    Reply repeat = send(operation, caller, scene, body, key);
    assertThat(repeat.status()).as(repeat.toString()).isEqualTo(first.status());
    assertThat(repeat.replayed()).as("%s says that it is a repeat", repeat).isTrue();
    assertThat(repeat.position()).isEqualTo(first.position());
    assertThat(withoutSecret(repeat.data())).isEqualTo(withoutSecret(first.data()));
    assertThat(repeat.data().has(SECRET)).isFalse();

    if (operation.description().has("requestBody")) {
      String other = anotherBody(operation, body);
      assertProblem(send(operation, caller, scene, other, key), 422, "IDEMPOTENCY_KEY_REUSED");
    }
    if (scene.id() != null && operation.path().contains("{")) {
      assertThat(another.id()).isNotEqualTo(scene.id());
      assertProblem(send(operation, caller, another, body, key), 422, "IDEMPOTENCY_KEY_REUSED");
    }
  }

  @TestFactory
  Stream<DynamicTest> anUnknownMemberIsRefused() {
    return each(
        operation -> operation.body() != null,
        operation ->
            assertInvalid(withBody(operation, with(bodyOf(operation), UNKNOWN, "x")), UNKNOWN));
  }

  @TestFactory
  Stream<DynamicTest> aMemberOfTheWrongTypeIsRefusedByItsName() {
    return eachMember(
        member -> true,
        (operation, member) -> {
          Reply reply = withMember(operation, member, JSON.readTree("{\"un\":[\"like\"]}"));
          assertNames(reply, member);
          assertThat(reply.text()).doesNotContain("is not a member of this request");
        });
  }

  @TestFactory
  Stream<DynamicTest> controlCharactersInAMemberAreRefused() {
    return eachMember(
        member -> member.is("string"),
        (operation, member) -> {
          for (String text : List.of("a\u0000b", "a\u0007b", "a\u009fb")) {
            assertNames(withMember(operation, member, NODES.stringNode(text)), member);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aMemberBeyondItsLimitsIsRefused() {
    return eachMember(
        member -> !beyond(member.schema()).isEmpty(),
        (operation, member) ->
            beyond(member.schema())
                .forEach(value -> assertNames(withMember(operation, member, value), member)));
  }

  @TestFactory
  Stream<DynamicTest> anUnknownQueryParameterIsRefused() {
    return each(
        operation -> !operation.path().endsWith("/callback"),
        operation -> {
          assertInvalid(withQuery(operation, UNKNOWN + "=1"), UNKNOWN);
          assertInvalid(withQuery(operation, UNKNOWN), UNKNOWN);
        });
  }

  @TestFactory
  Stream<DynamicTest> aQueryParameterThatIsSentTwiceOrHasControlCharactersIsRefused() {
    return eachParameter(
        parameter -> true,
        (operation, name, schema) -> {
          assertInvalid(withQuery(operation, name + "=1&" + name + "=1"), name);
          assertInvalid(withQuery(operation, name + "=a%07b"), name);
          assertInvalid(withQuery(operation, name + "=%00"), name);
        });
  }

  @TestFactory
  Stream<DynamicTest> aQueryParameterIsTakenUpToItsLimitsAndRefusedBeyond() {
    return eachParameter(
        schema -> !beyond(schema).isEmpty(),
        (operation, name, schema) -> {
          for (JsonNode value : beyond(schema)) {
            assertInvalid(withQuery(operation, name + "=" + value.asString()), name);
          }
          for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
              Reply reply = withQuery(operation, name + "=" + schema.path(bound).asString());
              assertThat(reply.status()).as(reply.toString()).isLessThan(500);
              assertThat(reply.code()).isNotEqualTo("VALIDATION_FAILED");
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aHeaderOutOfShapeIsRefused() {
    List<String> headers = List.of("Playledger-Min-Position", "If-Match");
    return each(
        operation -> headers.stream().anyMatch(operation::hasHeader),
        operation -> {
          for (String header : headers.stream().filter(operation::hasHeader).toList()) {
            assertInvalid(keyed(operation).header(header, "abc").send(), header);
            assertInvalid(keyed(operation).header(header, "1").again(header, "1").send(), header);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> anIdThatIsNoneIsRefusedAndOneThatNobodyHasIsNotFound() {
    return each(
        operation -> operation.parameters("path").stream().anyMatch(EveryOperationIT::isUuid),
        operation -> {
          String caller = world.matrix().admitted(operation);
          MatrixWorld.Scene scene = world.scene(operation);
          String name =
              operation.parameters("path").stream()
                  .filter(EveryOperationIT::isUuid)
                  .findFirst()
                  .orElseThrow()
                  .path("name")
                  .asString();
          String body = world.body(operation, caller, scene);
          MatrixWorld.Scene none = new MatrixWorld.Scene(scene.owner(), "not-a-uuid");
          assertInvalid(send(operation, caller, none, body, UUID.randomUUID()), name);
          MatrixWorld.Scene unknown =
              new MatrixWorld.Scene(scene.owner(), UUID.randomUUID().toString());
          Reply reply = send(operation, caller, unknown, body, UUID.randomUUID());
          assertThat(reply.code()).as(reply.toString()).endsWith("NOT_FOUND");
          assertProblem(reply, 404, reply.code());
        });
  }

  // requests

  private HttpTestClient.Call unkeyed(DescribedOperation operation) {
    return call(operation, bodyOf(operation));
  }

  private HttpTestClient.Call keyed(DescribedOperation operation) {
    return unkeyed(operation).keyed();
  }

  private String bodyOf(DescribedOperation operation) {
    return world.body(operation, world.matrix().admitted(operation), world.scene(operation));
  }

  private HttpTestClient.Call call(DescribedOperation operation, String body) {
    MatrixWorld.Scene scene = world.scene(operation);
    return world.as(
        operation,
        world.matrix().admitted(operation),
        scene,
        world.request(operation, scene, body));
  }

  private Reply withBody(DescribedOperation operation, String body) {
    return call(operation, body).keyed().send();
  }

  private Reply withMember(DescribedOperation operation, DescribedMember member, JsonNode value) {
    return withBody(operation, member.in(bodyOf(operation), value));
  }

  private Reply withQuery(DescribedOperation operation, String query) {
    MatrixWorld.Scene scene = world.scene(operation);
    String given = world.matrix().request(operation).query();
    String name = query.contains("=") ? query.substring(0, query.indexOf('=') + 1) : query;
    String whole = given.isEmpty() || given.startsWith(name) ? query : given + "&" + query;
    return world
        .as(
            operation,
            world.matrix().admitted(operation),
            scene,
            world.request(operation, scene, whole, bodyOf(operation)))
        .keyed()
        .send();
  }

  private Reply send(
      DescribedOperation operation, String caller, MatrixWorld.Scene scene, String body, UUID key) {
    return world
        .as(operation, caller, scene, world.request(operation, scene, body))
        .keyed(key)
        .send();
  }

  // what is sent

  private static String anotherBody(DescribedOperation operation, String body) {
    for (DescribedMember member : operation.members()) {
      JsonNode value = member.of(body);
      if (member.isFreeText() && value.isString()) {
        return member.in(body, NODES.stringNode(value.asString() + " again"));
      }
    }
    for (DescribedMember member : operation.members()) {
      JsonNode value = member.of(body);
      if (value.isIntegralNumber()) {
        return member.in(body, NODES.numberNode(value.asLong() - 1));
      }
    }
    for (DescribedMember member : operation.members()) {
      JsonNode value = member.of(body);
      if (member.schema().has("pattern") && value.isString()) {
        return member.in(body, NODES.stringNode(value.asString() + "x"));
      }
    }
    // a body that may be left out: nothing is another body than {}, and {} another than all else
    return JSON.readTree(body).isEmpty() ? null : "{}";
  }

  private static String with(String body, String member, String value) {
    return JSON.writeValueAsString(((ObjectNode) JSON.readTree(body)).put(member, value));
  }

  private static JsonNode withoutSecret(JsonNode data) {
    return data instanceof ObjectNode object ? object.deepCopy().without(SECRET) : data;
  }

  /** Values that the schema just does not allow. */
  private static List<JsonNode> beyond(JsonNode schema) {
    List<JsonNode> values = new ArrayList<>();
    if (schema.has("minimum")) {
      values.add(NODES.numberNode(schema.path("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      values.add(NODES.numberNode(schema.path("maximum").asLong() + 1));
    }
    if (schema.has("maxLength")) {
      values.add(NODES.stringNode("aA1".repeat(schema.path("maxLength").asInt() / 3 + 1)));
    }
    if (schema.path("minLength").asInt(0) > 0) {
      values.add(NODES.stringNode(""));
    }
    if (schema.has("maxItems")) {
      var items = NODES.arrayNode();
      for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
        items.add("x");
      }
      values.add(items);
    }
    if (schema.path("minItems").asInt(0) > 0) {
      values.add(NODES.arrayNode());
    }
    return values;
  }

  // which

  private static boolean isKeyed(DescribedOperation operation) {
    return operation.hasHeader(KEY);
  }

  private static boolean isUuid(JsonNode parameter) {
    return parameter.path("schema").path("format").asString("").equals("uuid");
  }

  private static void assertNames(Reply reply, DescribedMember member) {
    assertProblem(reply, 400, "VALIDATION_FAILED");
    assertThat(reply.details().propertyNames())
        .as(reply.toString())
        .anyMatch(field -> field.startsWith(member.name()));
  }

  private Stream<DynamicTest> each(
      Predicate<DescribedOperation> which, Consumer<DescribedOperation> test) {
    return operations.stream()
        .filter(which)
        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> test.accept(operation)));
  }

  private interface MemberTest {
    void accept(DescribedOperation operation, DescribedMember member);
  }

  private Stream<DynamicTest> eachMember(Predicate<DescribedMember> which, MemberTest test) {
    return operations.stream()
        .flatMap(
            operation ->
                operation.members().stream()
                    .filter(which)
                    .map(
                        member ->
                            DynamicTest.dynamicTest(
                                operation.name() + " " + String.join(".", member.path()),
                                () -> test.accept(operation, member))));
  }

  private interface ParameterTest {
    void accept(DescribedOperation operation, String name, JsonNode schema);
  }

  private Stream<DynamicTest> eachParameter(Predicate<JsonNode> which, ParameterTest test) {
    return operations.stream()
        .flatMap(
            operation ->
                operation.parameters("query").stream()
                    .filter(parameter -> which.test(parameter.path("schema")))
                    .map(
                        parameter ->
                            DynamicTest.dynamicTest(
                                operation.name() + " ?" + parameter.path("name").asString(),
                                () ->
                                    test.accept(
                                        operation,
                                        parameter.path("name").asString(),
                                        parameter.path("schema")))));
  }
}
