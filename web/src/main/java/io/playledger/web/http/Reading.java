package io.playledger.web.http;

import org.springframework.http.ResponseEntity;

/**
 * What a projection answered.
 *
 * @param value null where there is nothing
 * @param position of the log that the projection reflected at least
 */
public record Reading<A>(A value, long position) {

  /** 200 with this data. */
  public <T> ResponseEntity<Answer<T>> answer(T data) {
    return answer(data, null);
  }

  /** 200 with this data, a part of a list. */
  public <T> ResponseEntity<Answer<T>> answer(T data, Pagination pagination) {
    return ResponseEntity.ok()
        .header(Headers.POSITION, Long.toString(position))
        .body(Answer.at(position, data, pagination));
  }
}
