package io.playledger.web.limit;

import java.util.Locale;

/** The requests that a rate counts together. */
public enum Counted {
  /** Requests of one address without a login. */
  ANONYMOUS,
  /** Requests of one player. */
  PLAYER,
  /** Requests of one premium or staff account. */
  PREMIUM,
  /** Requests of one server owner or developer. */
  SERVER_OWNER,
  /** Requests with one API key. */
  API_KEY,
  /** Requests of one address, with or without a login. */
  ADDRESS,
  /** Requests about one subject, for example the player whose score it is, of all clients. */
  SUBJECT,
  /** All requests. */
  EVERYBODY;

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
