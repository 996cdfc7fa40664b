package io.playledger.web.problem;

import io.github.bucket4j.BucketExceptions;
import io.playledger.api.CommandRejected;
import io.playledger.api.InvalidCursorException;
import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.AppendRefusedException;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.runtime.command.CommandConflictException;
import io.playledger.runtime.command.CommandInFlightException;
import io.playledger.runtime.command.IdempotencyKeyReusedException;
import io.playledger.runtime.command.OutcomeUnknownException;
import io.playledger.runtime.deadletter.DeadLetterClosedException;
import io.playledger.runtime.processor.TransientFailures;
import io.playledger.runtime.processor.UnknownProcessorException;
import io.playledger.runtime.rebuild.RebuildRefusedException;
import io.playledger.web.http.Headers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns every failure into a {@link Problem}. An exception that is neither handled here nor has its
 * own status is an internal error: it is logged with its stack trace and reported without.
 */
@RestControllerAdvice
public final class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  public static final int RETRY_AFTER_SECONDS = 1;

  @ExceptionHandler
  ResponseEntity<Problem> rejected(CommandRejected rejected, HttpServletRequest request) {
    ResponseEntity<Problem> first = reply(Problem.of(rejected, request.getRequestURI()), 0);
    if (!rejected.isReplayed()) {
      return first;
    }
    return ResponseEntity.status(first.getStatusCode())
        .headers(first.getHeaders())
        .header(Headers.IDEMPOTENCY_REPLAYED, "true")
        .body(first.getBody());
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(ApiProblem problem, HttpServletRequest request) {
    return reply(
        Problem.of(
            problem.code(), problem.getMessage(), problem.details(), request.getRequestURI()),
        problem.retryAfterSeconds());
  }

  @ExceptionHandler
  ResponseEntity<Problem> cursor(InvalidCursorException e, HttpServletRequest request) {
    return plain(TransportCode.INVALID_CURSOR, request, 0);
  }

  @ExceptionHandler
  ResponseEntity<Problem> keyReused(IdempotencyKeyReusedException e, HttpServletRequest request) {
    return plain(TransportCode.IDEMPOTENCY_KEY_REUSED, request, 0);
  }

  @ExceptionHandler
  ResponseEntity<Problem> inFlight(CommandInFlightException e, HttpServletRequest request) {
    return plain(TransportCode.COMMAND_IN_FLIGHT, request, RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler({CommandConflictException.class, EventStoreUnavailableException.class})
  ResponseEntity<Problem> nothingDone(RuntimeException e, HttpServletRequest request) {
    LOG.warn("A command was not executed: {}", e.getMessage());
    return plain(TransportCode.UNAVAILABLE, request, RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler({OutcomeUnknownException.class, AppendOutcomeUnknownException.class})
  ResponseEntity<Problem> unknownOutcome(RuntimeException e, HttpServletRequest request) {
    LOG.warn("The outcome of a command is unknown", e);
    return plain(TransportCode.OUTCOME_UNKNOWN, request, RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler
  ResponseEntity<Problem> notStorable(AppendRefusedException e, HttpServletRequest request) {
    return fields(Map.of("body", e.getMessage()), request);
  }

  @ExceptionHandler({
    DataAccessException.class,
    TransactionException.class,
    BucketExceptions.BucketExecutionException.class
  })
  ResponseEntity<Problem> database(RuntimeException e, HttpServletRequest request) {
    if (TransientFailures.isTransient(e)) {
      return away(e, request);
    }
    LOG.error("The database did not answer as expected", e);
    return plain(TransportCode.UNAVAILABLE, request, RETRY_AFTER_SECONDS);
  }

  /** Every request during an outage gets one, so it is logged as a single line. */
  private static ResponseEntity<Problem> away(Exception e, HttpServletRequest request) {
    LOG.warn("The database is unavailable: {}", e.toString());
    return plain(TransportCode.UNAVAILABLE, request, RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unknownProcessor(
      UnknownProcessorException e, HttpServletRequest request) {
    return reply(
        Problem.of(TransportCode.NOT_FOUND, e.getMessage(), Map.of(), request.getRequestURI()), 0);
  }

  @ExceptionHandler({RebuildRefusedException.class, DeadLetterClosedException.class})
  ResponseEntity<Problem> conflict(RuntimeException e, HttpServletRequest request) {
    return reply(
        Problem.of(TransportCode.CONFLICT, e.getMessage(), Map.of(), request.getRequestURI()), 0);
  }

  @ExceptionHandler
  ResponseEntity<Problem> notReadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    JsonFault fault = JsonFault.of(e);
    return fault.field() == null
        ? plain(TransportCode.MALFORMED_BODY, request, 0)
        : fields(Map.of(fault.field(), fault.message()), request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalidBody(
      MethodArgumentNotValidException e, HttpServletRequest request) {
    Map<String, String> fields = new TreeMap<>();
    e.getBindingResult()
        .getFieldErrors()
        .forEach(error -> fields.putIfAbsent(error.getField(), error.getDefaultMessage()));
    e.getBindingResult()
        .getGlobalErrors()
        .forEach(error -> fields.putIfAbsent("body", error.getDefaultMessage()));
    return fields(fields, request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalidParameter(
      HandlerMethodValidationException e, HttpServletRequest request) {
    Map<String, String> fields = new TreeMap<>();
    for (var result : e.getParameterValidationResults()) {
      String name = result.getMethodParameter().getParameterName();
      for (var error : result.getResolvableErrors()) {
        String field = error instanceof FieldError part ? part.getField() : name;
        fields.putIfAbsent(field, error.getDefaultMessage());
      }
    }
    return fields(fields, request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> wrongType(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return fields(Map.of(e.getName(), ConversionFault.explain(e)), request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingRequestValueException e, HttpServletRequest request) {
    String name =
        e instanceof MissingServletRequestParameterException parameter
            ? parameter.getParameterName()
            : "request";
    return fields(Map.of(name, "is missing"), request);
  }

  /** The client closed the connection during the reply, so nothing can be reported. */
  @ExceptionHandler
  void clientGone(AsyncRequestNotUsableException e) {
    LOG.debug("A client did not wait for its reply", e);
  }

  @ExceptionHandler
  ResponseEntity<Problem> anythingElse(Exception e, HttpServletRequest request) throws IOException {
    if (e instanceof ErrorResponse response) {
      TransportCode code = TransportCode.ofStatus(response.getStatusCode().value());
      ResponseEntity<Problem> reply = plain(code, request, 0);
      return ResponseEntity.status(reply.getStatusCode())
          .headers(headers -> headers.addAll(response.getHeaders()))
          .headers(headers -> headers.addAll(reply.getHeaders()))
          .body(reply.getBody());
    }
    ResponseStatus declared =
        AnnotatedElementUtils.findMergedAnnotation(e.getClass(), ResponseStatus.class);
    if (declared != null) {
      return plain(TransportCode.ofStatus(declared.code().value()), request, 0);
    }
    if (TransientFailures.isTransient(e)) {
      return away(e, request);
    }
    LOG.error("A request failed with an internal error: {}", request.getRequestURI(), e);
    return plain(TransportCode.INTERNAL_ERROR, request, 0);
  }

  private static ResponseEntity<Problem> fields(
      Map<String, String> fields, HttpServletRequest request) {
    return reply(
        Problem.of(
            TransportCode.VALIDATION_FAILED,
            TransportCode.VALIDATION_FAILED.message(),
            fields,
            request.getRequestURI()),
        0);
  }

  private static ResponseEntity<Problem> plain(
      TransportCode code, HttpServletRequest request, int retryAfterSeconds) {
    return reply(
        Problem.of(code, code.message(), Map.of(), request.getRequestURI()), retryAfterSeconds);
  }

  private static ResponseEntity<Problem> reply(Problem problem, int retryAfterSeconds) {
    ResponseEntity.BodyBuilder reply =
        ResponseEntity.status(problem.status())
            .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
    if (retryAfterSeconds > 0) {
      reply.header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
    }
    if (problem.status() == TransportCode.UNAUTHENTICATED.status()) {
      reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return reply.body(problem);
  }
}
