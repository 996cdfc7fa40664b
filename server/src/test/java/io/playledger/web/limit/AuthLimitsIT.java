package io.playledger.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.ServerUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Guesses at credentials are limited on every operation that takes them. */
class AuthLimitsIT {

  private static final String AUTH = "/api/v1/auth/";

  /** They tell players of themselves and take nothing but an access token. */
  private static final Set<String> OF_NO_USE_FOR_GUESSING =
      Set.of("GET /api/v1/auth/me", "GET /api/v1/auth/sessions");

  @Test
  void everyOperationWithCredentialsIsInTheGroupAuth() {
    Map<String, RateGroup> groups = new TreeMap<>();
    ServerUnderTest.shared()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) ->
                operations(mapping)
                    .forEach(
                        operation -> groups.put(operation, RateLimitInterceptor.marked(handler))));

    assertThat(groups).hasSizeGreaterThan(15).containsKeys("POST /api/v1/auth/login");
    groups.keySet().removeAll(OF_NO_USE_FOR_GUESSING);
    assertThat(groups)
        .allSatisfy(
            (operation, group) -> assertThat(group).as(operation).isEqualTo(RateGroup.AUTH));
  }

  private static List<String> operations(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .filter(path -> path.startsWith(AUTH))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(method -> method + " " + path))
        .toList();
  }
}
