package io.playledger.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The envelope of every success.
 *
 * @param success always true
 * @param position of the log: after a command that of its last event, on a read what it reflects;
 *     absent where neither applies
 * @param pagination absent where the data is no list
 * @param timestamp UTC
 */
public record Answer<T>(
    boolean success,
    T data,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long position,
    @JsonInclude(JsonInclude.Include.NON_NULL) Pagination pagination,
    Instant timestamp) {

  /** Data alone. */
  public static <T> Answer<T> of(T data) {
    return new Answer<>(true, data, null, null, Instant.now());
  }

  static <T> Answer<T> at(long position, T data, Pagination pagination) {
    return new Answer<>(true, data, position, pagination, Instant.now());
  }
}
