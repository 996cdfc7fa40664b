package io.playledger.web.limit;

import java.util.Locale;

/** Whose requests a rate counts together. */
public enum Counted {
  /** Those of one address that come without a login. */
  ANONYMOUS,
  /** Those of one player. */
  PLAYER,
  /** Those of one premium member, or of one of the staff. */
  PREMIUM,
  /** Those of one server owner or developer. */
  SERVER_OWNER,
  /** Those of one API key. */
  API_KEY,
  /** Those of one address, with or without a login. */
  ADDRESS,
  /** Those about one thing, such as the player whose score it is, whoever sends them. */
  SUBJECT,
  /** All there are. */
  EVERYBODY;

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
