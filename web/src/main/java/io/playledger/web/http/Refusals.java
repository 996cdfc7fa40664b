package io.playledger.web.http;

import io.playledger.api.identity.PlayerId;

/** Hears of what roles did not allow. */
@FunctionalInterface
public interface Refusals {

  /**
   * Somebody who is logged in was refused.
   *
   * @param operation method and path pattern, for example {@code POST /api/v1/admin/assets}
   */
  void refused(PlayerId player, String operation, RequestOrigin origin);
}
