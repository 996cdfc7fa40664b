package io.playledger.server.market;

import io.playledger.web.call.Answer;
import org.springframework.http.ResponseEntity;

/** Writes versions as ETags, for If-Match. */
final class ETags {

  private ETags() {}

  static <T> ResponseEntity<Answer<T>> of(long version, ResponseEntity<Answer<T>> reply) {
    return ResponseEntity.status(reply.getStatusCode())
        .headers(reply.getHeaders())
        .eTag("\"" + version + "\"")
        .body(reply.getBody());
  }
}
