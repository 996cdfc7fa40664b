package io.playledger.verification.proof.check;

/** An asset in an account, both as the log writes them. */
record Holding(String account, String asset) {

  boolean wallet() {
    return account.startsWith("wallet:");
  }

  /** Whether it must never be below zero. */
  boolean bounded() {
    return !account.startsWith("system:");
  }

  static Holding ofWallet(String owner, String asset) {
    return new Holding("wallet:" + owner, asset);
  }

  @Override
  public String toString() {
    return account + " " + asset;
  }
}
