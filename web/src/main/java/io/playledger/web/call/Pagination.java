package io.playledger.web.call;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The position in a list. Lists with page numbers have the last four members, too.
 *
 * @param nextCursor null on the last page
 * @param page from 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pagination(
    int limit,
    String nextCursor,
    boolean hasNext,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer page,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long totalPages,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean hasPrev) {

  /** The pagination of a list with cursors. */
  public static Pagination cursor(int limit, String nextCursor) {
    return new Pagination(limit, nextCursor, nextCursor != null, null, null, null, null);
  }

  /** The pagination of a list with page numbers. */
  public static Pagination catalogue(int limit, String nextCursor, int page, long total) {
    long pages = Math.ceilDiv(total, limit);
    return new Pagination(limit, nextCursor, page < pages, page, total, pages, page > 1);
  }
}
