package io.playledger.web.call;

import io.playledger.web.http.Headers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A command that was accepted, now or at its first attempt.
 *
 * @param result the handler's answer; the answer {@link Void} has no value
 * @param position position of its last event
 * @param replayed whether this repeats the first answer
 */
public record Sent<R>(R result, long position, boolean replayed) {

  /** 200 with this data. */
  public <T> ResponseEntity<Answer<T>> ok(T data) {
    return reply(HttpStatus.OK, data);
  }

  /** 201 with this data. */
  public <T> ResponseEntity<Answer<T>> created(T data) {
    return reply(HttpStatus.CREATED, data);
  }

  private <T> ResponseEntity<Answer<T>> reply(HttpStatus status, T data) {
    ResponseEntity.BodyBuilder reply =
        ResponseEntity.status(status).header(Headers.POSITION, Long.toString(position));
    if (replayed) {
      reply.header(Headers.IDEMPOTENCY_REPLAYED, "true");
    }
    return reply.body(Answer.at(position, data, null));
  }
}
