package io.playledger.web.openapi;

import static io.playledger.web.openapi.OpenApiConfiguration.isPublic;
import static io.playledger.web.openapi.OpenApiConfiguration.marked;

import io.playledger.api.Contexts;
import io.playledger.api.RejectedFor;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.RequestKey;
import io.playledger.web.problem.Problem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The errors of operations, described by status. */
public final class OperationErrors {

  static final String SCHEMA = "Problem";

  /** Any operation can have these. They are described once, as components of the document. */
  private static final Set<TransportCode> EVERYWHERE =
      EnumSet.of(
          TransportCode.VALIDATION_FAILED,
          TransportCode.MALFORMED_BODY,
          TransportCode.IDEMPOTENCY_KEY_MISSING,
          TransportCode.INVALID_CURSOR,
          TransportCode.RATE_LIMITED,
          TransportCode.UNAVAILABLE,
          TransportCode.OUTCOME_UNKNOWN);

  private record Meaning(int status, String message) {}

  private static final Map<String, Meaning> MEANINGS =
      Stream.concat(
              Stream.of(TransportCode.values())
                  .map(code -> Map.entry(code.name(), new Meaning(code.status(), code.message()))),
              Contexts.all().stream()
                  .flatMap(context -> context.rejections().stream())
                  .map(
                      code ->
                          Map.entry(
                              code.name(),
                              new Meaning(Problem.statusOf(code.category()), code.message()))))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Map<Integer, SortedSet<String>> COMPONENTS =
      byStatus(
          Stream.concat(EVERYWHERE.stream(), Stream.of(TransportCode.UNAUTHENTICATED))
              .map(TransportCode::name));

  private OperationErrors() {}

  /** Codes that the operation {@link Rejects} with. */
  public static SortedSet<String> own(Method operation) {
    Rejects rejects = operation.getAnnotation(Rejects.class);
    if (rejects == null) {
      return new TreeSet<>();
    }
    SortedSet<String> codes = new TreeSet<>(List.of(rejects.codes()));
    for (Class<?> command : rejects.commands()) {
      codes.addAll(List.of(command.getAnnotation(RejectedFor.class).value()));
    }
    List.of(rejects.never()).forEach(codes::remove);
    return codes;
  }

  /** Codes that the operation has by its authority and its parameters. */
  public static Set<TransportCode> shared(Method operation) {
    Set<TransportCode> codes = EnumSet.copyOf(EVERYWHERE);
    RequiresRole required = marked(operation, RequiresRole.class);
    if (!isPublic(operation)) {
      codes.add(TransportCode.UNAUTHENTICATED);
    }
    if (required != null || marked(operation, AcceptsApiKey.class) != null) {
      codes.add(TransportCode.FORBIDDEN);
    }
    if (required != null && Stream.of(required.value()).anyMatch(SignedIn.STAFF::contains)) {
      codes.add(TransportCode.MFA_REQUIRED);
      if (!AnnotatedElementUtils.isAnnotated(operation, GetMapping.class)) {
        codes.add(TransportCode.STEP_UP_REQUIRED);
      }
    }
    List<Class<?>> parameters = List.of(operation.getParameterTypes());
    if (parameters.contains(CommandCall.class) || parameters.contains(RequestKey.class)) {
      codes.add(TransportCode.COMMAND_IN_FLIGHT);
      codes.add(TransportCode.IDEMPOTENCY_KEY_REUSED);
    }
    return codes;
  }

  static Map<String, ApiResponse> components() {
    Map<String, ApiResponse> responses = new TreeMap<>();
    COMPONENTS.forEach((status, codes) -> responses.put(SCHEMA + status, response(codes, "")));
    return responses;
  }

  static void describe(Operation operation, Method method) {
    RequiresRole required = marked(method, RequiresRole.class);
    String roles =
        required == null
            ? ""
            : Stream.of(required.value())
                .map(role -> role.wireName())
                .collect(Collectors.joining(" or ", " Requires the role ", "."));
    byStatus(Stream.concat(own(method).stream(), shared(method).stream().map(TransportCode::name)))
        .forEach(
            (status, codes) ->
                operation
                    .getResponses()
                    .addApiResponse(
                        status.toString(),
                        codes.equals(COMPONENTS.get(status))
                            ? new ApiResponse().$ref("#/components/responses/" + SCHEMA + status)
                            : response(codes, roles)));
  }

  private static SortedMap<Integer, SortedSet<String>> byStatus(Stream<String> codes) {
    return codes.collect(
        Collectors.groupingBy(
            code -> MEANINGS.get(code).status(),
            TreeMap::new,
            Collectors.toCollection(TreeSet::new)));
  }

  private static ApiResponse response(SortedSet<String> codes, String roles) {
    String lines =
        codes.stream()
            .map(
                code ->
                    "- `%s`: %s%s"
                        .formatted(
                            code,
                            MEANINGS.get(code).message(),
                            code.equals(TransportCode.FORBIDDEN.name()) ? roles : ""))
            .collect(Collectors.joining("\n"));
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + SCHEMA);
    return new ApiResponse()
        .description(lines)
        .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem)));
  }
}
