package io.playledger.benchmarks.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.benchmarks.command.PurseMessages.Deposit;
import io.playledger.benchmarks.command.PurseMessages.Deposited;
import io.playledger.benchmarks.command.PurseMessages.OpenPurse;
import io.playledger.benchmarks.command.PurseMessages.PurseOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Takes deposits, one event each: what is measured is the way of a command, not its rules. */
class Purse {

  @AggregateIdentifier private String purseId;
  private long balance;

  Purse() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(OpenPurse command) {
    apply(new PurseOpened(command.purseId()));
  }

  @CommandHandler
  void handle(Deposit command) {
    apply(new Deposited(purseId, command.amount(), Math.addExact(balance, command.amount())));
  }

  @EventSourcingHandler
  void on(PurseOpened event) {
    purseId = event.purseId();
  }

  @EventSourcingHandler
  void on(Deposited event) {
    balance = event.balance();
  }
}
