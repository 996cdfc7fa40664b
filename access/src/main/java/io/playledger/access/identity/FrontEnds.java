package io.playledger.access.identity;

import io.playledger.web.http.ApiProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses that a browser may be sent to after a sign-in: those on the list, letter by letter.
 */
final class FrontEnds {

  private final List<URI> allowed;

  FrontEnds(List<URI> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * The one that is asked for, or the first; empty where there are none. Throws VALIDATION_FAILED.
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
                () -> ApiProblem.invalid("frontEnd", "is not one of the addresses allowed here")));
  }

  /** The value has unreserved characters alone. */
  static URI with(URI frontEnd, String parameter, String value) {
    return UriComponentsBuilder.fromUri(frontEnd).queryParam(parameter, value).build(true).toUri();
  }
}
