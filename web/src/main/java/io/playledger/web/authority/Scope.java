package io.playledger.web.authority;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Scopes of API keys. The wire names are part of the HTTP contract. */
public enum Scope {
  /** Balances, history and holds of the owner. */
  WALLET_READ("wallet:read"),
  /** Trades and escrows of the owner. */
  MARKET_READ("market:read"),
  /** Scores of the owner. */
  SCORES_READ("scores:read"),
  /** Reporting scores of players; for developers and owners of game servers. */
  SCORES_ISSUE("scores:issue");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** For example {@code wallet:read}. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The scope with this wire name. Throws IllegalArgumentException for any other text. */
  @JsonCreator
  public static Scope ofWireName(String wireName) {
    for (Scope scope : values()) {
      if (scope.wireName.equals(wireName)) {
        return scope;
      }
    }
    throw new IllegalArgumentException(
        "must be one of " + Arrays.stream(values()).map(Scope::wireName).toList());
  }
}
