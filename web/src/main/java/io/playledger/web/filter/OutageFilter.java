package io.playledger.web.filter;

import io.playledger.runtime.processor.TransientFailures;
import io.playledger.web.problem.ProblemAdvice;
import io.playledger.web.problem.ProblemWriter;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Replies with 503 and {@code Retry-After} during an outage of the database, which authentication
 * needs as well.
 */
public final class OutageFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

  private final ProblemWriter problems;

  public OutageFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException e) {
      if (response.isCommitted() || !TransientFailures.isTransient(e)) {
        throw e;
      }
      LOG.warn("The database is unavailable: {}", e.toString());
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Integer.toString(ProblemAdvice.RETRY_AFTER_SECONDS));
      problems.write(request, response, TransportCode.UNAVAILABLE);
    }
  }
}
