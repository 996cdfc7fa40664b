package io.playledger.web.limit;

import java.util.Locale;

/**
 * Groups of operations that share rates. Each request counts in {@link #EVERYTHING} and in its own
 * group.
 */
public enum RateGroup {
  EVERYTHING,
  /** Searching and browsing. */
  SEARCH,
  /** Operations that take or change credentials, such as registration and login. */
  AUTH,
  /** Writing reviews. */
  REVIEWS,
  /** Reporting scores. */
  SCORES;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
