package io.playledger.verification.bank;

import java.nio.file.Path;
import java.util.List;

/**
 * One run of the bank test.
 *
 * @param run tag that keeps the names of this run apart from those of others on the same data
 * @param hot accounts that take part in most transfers
 * @param cold accounts that take part in few transfers
 * @param clients parallel clients
 * @param data folder of the server
 * @param command starts the server on that folder
 */
record BankSettings(
    String run,
    int transfers,
    long seed,
    int hot,
    int cold,
    int clients,
    Path data,
    List<String> command) {

  private static final int TRANSFERS_MAX = 10_000_000;
  private static final int ACCOUNTS_MAX = 100_000;

  BankSettings {
    inRange("transfers", transfers, 10, TRANSFERS_MAX);
    inRange("hot", hot, 2, ACCOUNTS_MAX);
    inRange("cold", cold, 2, ACCOUNTS_MAX);
    inRange("clients", clients, 1, 1_000);
    command = List.copyOf(command);
  }

  int accounts() {
    return hot + cold;
  }

  private static void inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "--%s is %d to %d, not %d".formatted(name, min, max, value));
    }
  }
}
