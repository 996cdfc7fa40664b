package io.playledger.benchmarks.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The language of the benchmark's own aggregate: as little as an account can be. */
final class PurseMessages {

  private PurseMessages() {}

  /** Both name their purse in a way that stock Axon finds too. */
  sealed interface PurseCommand {
    String purseId();
  }

  record OpenPurse(@TargetAggregateIdentifier String purseId) implements PurseCommand {}

  record Deposit(@TargetAggregateIdentifier String purseId, long amount) implements PurseCommand {}

  record PurseOpened(String purseId) {}

  record Deposited(String purseId, long amount, long balance) {}
}
