package io.playledger.web.filter;

import io.playledger.web.problem.Problem;
import io.playledger.web.problem.ProblemWriter;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request once, up to the limit, so that it can be both hashed and parsed; a
 * larger one is refused before anything looks at it.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

  private final int bodyBytesMax;
  private final ProblemWriter problems;

  public BodyLimitFilter(int bodyBytesMax, ProblemWriter problems) {
    this.bodyBytesMax = bodyBytesMax;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > bodyBytesMax) {
      refuse(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(bodyBytesMax + 1);
    if (body.length > bodyBytesMax) {
      refuse(request, response);
      return;
    }
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(
        response,
        Problem.of(
            TransportCode.BODY_TOO_LARGE,
            TransportCode.BODY_TOO_LARGE.message(),
            Map.of("bytesMax", Integer.toString(bodyBytesMax)),
            request.getRequestURI()));
  }
}
