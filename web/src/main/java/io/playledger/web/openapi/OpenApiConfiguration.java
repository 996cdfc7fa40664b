package io.playledger.web.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import io.playledger.api.PageOf;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.IfMatch;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.RequestKey;
import io.playledger.web.http.Headers;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the common parts of all operations (token, role, headers, problems), so that
 * controllers describe only their own.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  private static final String BEARER = "accessToken";
  private static final String API_KEY = "apiKey";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            SignedIn.class,
            CommandCall.class,
            RequestKey.class,
            RequestOrigin.class,
            MinPosition.class,
            PageOf.class,
            IfMatch.class)
        .addSimpleTypePredicateForParameterObject(OpenApiConfiguration::isOneText);
  }

  @Bean
  OpenAPI playledgerApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Playledger")
                .version("v1")
                .description(
                    "Ledger, marketplace with escrow, scores and activity feed. Amounts are"
                        + " decimal strings with an asset. Every request that changes something"
                        + " takes an Idempotency-Key. Unknown members and query parameters are"
                        + " refused. Every reply carries the log position that"
                        + " it reflects, and states the rate limit and the remaining quota in"
                        + " RateLimit-Policy and RateLimit."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"))
                .addSecuritySchemes(
                    API_KEY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name(Headers.API_KEY))
                .addSchemas(OperationErrors.SCHEMA, problemSchema())
                .responses(OperationErrors.components()));
  }

  @Bean
  SwaggerIndexTransformer docsPage(
      SwaggerUiConfigProperties page,
      SwaggerUiOAuthProperties oauth,
      SwaggerWelcomeCommon welcome,
      ObjectMapperProvider json) {
    return new DocsPage(page, oauth, welcome, json);
  }

  /** Identifiers and similar types: a string on the wire, a record in Java. */
  private static boolean isOneText(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class));
  }

  /** The length of a text that a person writes, which Bean Validation's own marks do not say. */
  @Bean
  PropertyCustomizer lengthsOfTexts() {
    return (property, type) -> {
      if (type.getCtxAnnotations() != null) {
        describeLength(property, type.getCtxAnnotations());
      }
      return property;
    };
  }

  @Bean
  ParameterCustomizer lengthsOfParameters() {
    return (parameter, method) -> {
      if (parameter != null && parameter.getSchema() != null) {
        describeLength(parameter.getSchema(), method.getParameterAnnotations());
      }
      return parameter;
    };
  }

  /** A query parameter can be left out, but it cannot be null; swagger-core mixes that up. */
  @Bean
  ParameterCustomizer parametersAreNeverNull() {
    return (parameter, method) -> {
      if (parameter != null
          && parameter.getSchema() != null
          && parameter.getSchema().getTypes() != null) {
        parameter.getSchema().getTypes().remove("null");
      }
      return parameter;
    };
  }

  private static void describeLength(Schema<?> schema, Annotation[] marks) {
    for (Annotation mark : marks) {
      if (mark instanceof PlainText text) {
        schema.setMaxLength(text.max());
      }
    }
  }

  /**
   * springdoc calls this several times for one operation, so it sets values and never adds to them.
   */
  @Bean
  OperationCustomizer commonParts() {
    return (operation, method) -> {
      if (!isPublic(method.getMethod())) {
        operation.setSecurity(new ArrayList<>(List.of(new SecurityRequirement().addList(BEARER))));
        describeScope(operation, method);
      }
      describeHeaders(operation, method);
      OperationErrors.describe(operation, method.getMethod());
      return operation;
    };
  }

  private static void describeScope(Operation operation, HandlerMethod method) {
    AcceptsApiKey accepted = marked(method.getMethod(), AcceptsApiKey.class);
    if (accepted != null) {
      operation.addSecurityItem(new SecurityRequirement().addList(API_KEY));
      String scope = "API keys need the scope " + accepted.value().wireName() + ".";
      String before = operation.getDescription() == null ? "" : operation.getDescription();
      if (!before.endsWith(scope)) {
        operation.setDescription((before + " " + scope).strip());
      }
    }
  }

  private static void describeHeaders(Operation operation, HandlerMethod method) {
    for (var parameter : method.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (type == CommandCall.class || type == RequestKey.class) {
        header(
                operation,
                Headers.IDEMPOTENCY_KEY,
                true,
                "A new UUID for this request; a retry sends the same one")
            .schema(new UUIDSchema())
            .example(DocsPage.EXAMPLE_KEY);
      } else if (type == MinPosition.class) {
        header(
            operation,
            Headers.MIN_POSITION,
            false,
            "Waits until the reply reflects this log position");
      } else if (type == PageOf.class) {
        describePage(operation);
      } else if (type == IfMatch.class) {
        header(operation, "If-Match", false, "The ETag of the version to change");
      }
    }
  }

  private static void describePage(Operation operation) {
    parameter(operation, "query", "cursor", new StringSchema());
    IntegerSchema limit = new IntegerSchema();
    limit
        .format("int32")
        .minimum(BigDecimal.ONE)
        .maximum(BigDecimal.valueOf(PageOf.LIMIT_MAX))
        .setDefault(PageOf.LIMIT);
    parameter(operation, "query", "limit", limit);
  }

  private static Parameter header(Operation operation, String name, boolean required, String what) {
    return parameter(operation, "header", name, new StringSchema())
        .required(required)
        .description(what);
  }

  private static Parameter parameter(
      Operation operation, String in, String name, Schema<?> schema) {
    Parameter parameter = new Parameter().in(in).name(name).required(false).schema(schema);
    if (operation.getParameters() != null) {
      operation.getParameters().removeIf(same -> name.equals(same.getName()));
    }
    operation.addParametersItem(parameter);
    return parameter;
  }

  private static Schema<?> problemSchema() {
    return new Schema<>()
        .description("Problem details (RFC 9457) with the members success, error and timestamp")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new Schema<>().type("integer"))
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("success", new Schema<>().type("boolean"))
        .addProperty(
            "error",
            new Schema<>()
                .type("object")
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty(
                    "details",
                    new Schema<>().type("object").additionalProperties(new StringSchema())))
        .addProperty("timestamp", new StringSchema().format("date-time"));
  }

  static boolean isPublic(Method operation) {
    return marked(operation, RequiresRole.class) == null && marked(operation, Public.class) != null;
  }

  /** The mark on the method or, if it has none, on its class. */
  static <A extends Annotation> @Nullable A marked(Method operation, Class<A> mark) {
    A onMethod = AnnotatedElementUtils.findMergedAnnotation(operation, mark);
    return onMethod != null
        ? onMethod
        : AnnotatedElementUtils.findMergedAnnotation(operation.getDeclaringClass(), mark);
  }
}
