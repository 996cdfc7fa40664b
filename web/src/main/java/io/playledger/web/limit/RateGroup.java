package io.playledger.web.limit;

import java.util.Locale;

/** Operations that share rates. Each request counts in {@link #EVERYTHING} and in its own group. */
public enum RateGroup {
  EVERYTHING,
  /** Searching and browsing. */
  SEARCH,
  /** Ways in: registration, login and their like. */
  AUTH,
  /** Writing reviews. */
  REVIEWS,
  /** Reporting scores. */
  SCORES;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
