package io.playledger.verification.proof.control;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.runtime.saga.Outcome;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.verification.proof.log.CheckName;
import java.util.List;

/** Bugs in how sagas treat the results of their steps. */
final class BrokenSagas {

  private BrokenSagas() {}

  static List<Control> all() {
    return List.of(
        new LiveBug(
            "saga that compensates on a timeout",
            CheckName.TRADES_MATCH_ESCROWS,
            BeanBug.around(
                SagaCommands.class,
                (commands, _) ->
                    (SagaCommands)
                        (step, command) -> {
                          Outcome outcome = commands.dispatch(step, command);
                          // the answer is late: done or not, it is taken for a refusal
                          return command instanceof PlaceFundsInEscrow
                              ? new Outcome.Rejected(
                                  new CommandRejected(LedgerRejection.INSUFFICIENT_FUNDS))
                              : outcome;
                        }),
            (company, _) -> company.trade(0, 1, company.list(1, 4))),
        new LiveBug(
            "hold never released",
            CheckName.SAGAS_FINISHED,
            BeanBug.around(
                SagaCommands.class,
                (commands, _) ->
                    (SagaCommands)
                        (step, command) ->
                            command instanceof ExpireHold
                                ? new Outcome.Done(null, 0)
                                : commands.dispatch(step, command)),
            (company, _) -> {
              String hold = company.placeHold(0, 1, 5, Company.SOON);
              company.awaitHoldGone(0, hold, Company.SOON.plusSeconds(2));
            }));
  }
}
