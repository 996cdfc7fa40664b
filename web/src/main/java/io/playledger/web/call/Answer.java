package io.playledger.web.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every success.
 *
 * @param success always true
 * @param position log position: of the command's last event, or the one that a read reflects;
 *     absent if neither applies
 * @param pagination absent if the data is not a list
 * @param timestamp UTC
 */
public record Answer<T>(
    boolean success,
    T data,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long position,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination,
    Instant timestamp) {

  /** An answer with data only. */
  public static <T> Answer<T> of(T data) {
    return new Answer<>(true, data, null, null, Instant.now());
  }

  static <T> Answer<T> at(long position, T data, @Nullable Pagination pagination) {
    return new Answer<>(true, data, position, pagination, Instant.now());
  }
}
