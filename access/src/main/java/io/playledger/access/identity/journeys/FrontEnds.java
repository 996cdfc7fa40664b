package io.playledger.access.identity.journeys;

import io.playledger.web.problem.ApiProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The configured addresses to which a browser can be redirected after a sign-in, compared exactly.
 */
final class FrontEnds {

  private final List<URI> allowed;

  FrontEnds(List<URI> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * The requested address, or the first one by default; empty if none is configured. Throws
   * VALIDATION_FAILED.
   */
  Optional<URI> choose(Optional<String> asked) {
    if (asked.isEmpty()) {
      return allowed.stream().findFirst();
    }
    return Optional.of(
        allowed.stream()
            .filter(some -> some.toString().equals(asked.get()))
            .findFirst()
            .orElseThrow(
                () -> ApiProblem.invalid("frontEnd", "must be one of the configured addresses")));
  }

  /** Appends a parameter whose value has unreserved characters only. */
  static URI with(URI frontEnd, String parameter, String value) {
    return UriComponentsBuilder.fromUri(frontEnd).queryParam(parameter, value).build(true).toUri();
  }
}
