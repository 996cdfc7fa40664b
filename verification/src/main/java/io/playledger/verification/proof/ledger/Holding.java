package io.playledger.verification.proof.ledger;

/** An asset in an account, both as the log writes them. */
public record Holding(String account, String asset) {

  public boolean wallet() {
    return account.startsWith("wallet:");
  }

  /** Whether it must never be below zero. */
  public boolean bounded() {
    return !account.startsWith("system:");
  }

  public static Holding ofWallet(String owner, String asset) {
    return new Holding("wallet:" + owner, asset);
  }

  @Override
  public String toString() {
    return account + " " + asset;
  }
}
