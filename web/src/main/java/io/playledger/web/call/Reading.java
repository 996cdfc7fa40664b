package io.playledger.web.call;

import io.playledger.web.http.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The answer of a projection.
 *
 * @param value what the projection answers
 * @param position log position that the answer reflects at least
 */
public record Reading<A extends @Nullable Object>(A value, long position) {

  /** 200 with this data. */
  public <T> ResponseEntity<Answer<T>> answer(T data) {
    return answer(data, null);
  }

  /** 200 with this page of a list. */
  public <T> ResponseEntity<Answer<T>> answer(T data, @Nullable Pagination pagination) {
    return ResponseEntity.ok()
        .header(Headers.POSITION, Long.toString(position))
        .body(Answer.at(position, data, pagination));
  }
}
