package io.playledger.api.ledger;

/** Kinds of accounts, with the rules that apply to each. */
public enum AccountKind {
  /** A player's wallet: posted minus held is never below zero. */
  WALLET("wallet"),
  /** Funds of one trade: never below zero, empty once the trade is settled. */
  ESCROW("escrow"),
  /**
   * The platform's own account: unbounded, can be negative. Value enters and leaves the ledger
   * here.
   */
  SYSTEM("system");

  private final String prefix;

  AccountKind(String prefix) {
    this.prefix = prefix;
  }

  /** The kind with this prefix. Throws IllegalArgumentException for any other text. */
  public static AccountKind ofPrefix(String prefix) {
    for (AccountKind kind : values()) {
      if (kind.prefix.equals(prefix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "An account is wallet:<player>, escrow:<trade> or system:<name>.");
  }

  /** The prefix of the written form. */
  public String prefix() {
    return prefix;
  }

  /** Whether a balance below zero is an error. */
  public boolean bounded() {
    return this != SYSTEM;
  }
}
