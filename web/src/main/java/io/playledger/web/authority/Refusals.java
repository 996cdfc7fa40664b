package io.playledger.web.authority;

import io.playledger.api.identity.PlayerId;

/** Receives requests that were denied by role or scope. */
@FunctionalInterface
public interface Refusals {

  /**
   * The request of a signed-in caller was denied.
   *
   * @param operation method and path pattern, for example {@code POST /api/v1/admin/assets}
   */
  void refused(PlayerId player, String operation, RequestOrigin origin);
}
