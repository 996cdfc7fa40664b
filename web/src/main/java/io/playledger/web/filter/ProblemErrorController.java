package io.playledger.web.filter;

import io.playledger.web.authority.Public;
import io.playledger.web.http.AnyParameters;
import io.playledger.web.problem.Problem;
import io.playledger.web.problem.ProblemWriter;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports errors outside of controllers as a {@link Problem}. */
@Hidden
@RestController
@Public
@AnyParameters
public final class ProblemErrorController implements ErrorController {

  private final ProblemWriter problems;

  public ProblemErrorController(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    TransportCode code =
        TransportCode.ofStatus(
            status instanceof Integer number ? number : TransportCode.NOT_FOUND.status());
    problems.write(
        response,
        Problem.of(
            code,
            code.message(),
            Map.of(),
            path instanceof String text ? text : request.getRequestURI()));
  }
}
