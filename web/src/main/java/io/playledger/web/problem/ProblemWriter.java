package io.playledger.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems from filters and from Spring Security, where no controller is reached. */
public final class ProblemWriter {

  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Writes the problem of a code. */
  public void write(HttpServletRequest request, HttpServletResponse response, TransportCode code)
      throws IOException {
    write(response, Problem.of(code, code.message(), Map.of(), request.getRequestURI()));
  }

  /** Writes the problem with its message and Retry-After. */
  public void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem)
      throws IOException {
    if (problem.retryAfterSeconds() > 0) {
      response.setHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    write(
        response,
        Problem.of(
            problem.code(), problem.getMessage(), problem.details(), request.getRequestURI()));
  }

  /** Does nothing if the reply has already begun. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
