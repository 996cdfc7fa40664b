package io.playledger.api.ledger;

/** Whose account it is, and thereby which rules bind it. */
public enum AccountKind {
  /** A player's: never below zero, less what is held. */
  WALLET("wallet"),
  /** Funds of one trade: never below zero, empty once the trade is settled. */
  ESCROW("escrow"),
  /** The platform's own: unbounded, may be negative; value enters and leaves here. */
  SYSTEM("system");

  private final String prefix;

  AccountKind(String prefix) {
    this.prefix = prefix;
  }

  /** The inverse of {@link #prefix()}; IllegalArgumentException on anything else. */
  public static AccountKind ofPrefix(String prefix) {
    for (AccountKind kind : values()) {
      if (kind.prefix.equals(prefix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "An account is wallet:<player>, escrow:<trade> or system:<name>.");
  }

  /** What its written form starts with. */
  public String prefix() {
    return prefix;
  }

  /** Whether a balance below zero is a fault. */
  public boolean bounded() {
    return this != SYSTEM;
  }
}
