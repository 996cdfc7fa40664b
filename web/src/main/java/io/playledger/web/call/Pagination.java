package io.playledger.web.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The position in a list. Lists with page numbers have the last four members, too.
 *
 * @param nextCursor none: this is the last page
 * @param page from 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pagination(
    int limit,
    @Nullable String nextCursor,
    boolean hasNext,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer page,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long totalPages,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean hasPrev) {

  /** The pagination of a list with cursors. */
  public static Pagination cursor(int limit, @Nullable String nextCursor) {
    return new Pagination(limit, nextCursor, nextCursor != null, null, null, null, null);
  }

  /** The pagination of a list with page numbers. */
  public static Pagination catalogue(int limit, @Nullable String nextCursor, int page, long total) {
    long pages = Math.ceilDiv(total, limit);
    return new Pagination(limit, nextCursor, page < pages, page, total, pages, page > 1);
  }
}
