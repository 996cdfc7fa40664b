package io.playledger.verification.proof.control;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.ReleaseHold;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.proof.log.CheckName;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bugs in the handling of commands. */
final class BrokenCommands {

  private static final Duration LONG = Duration.ofHours(1);

  private BrokenCommands() {}

  static List<Control> all() {
    return List.of(
        new LiveBug(
            "idempotency dropped",
            CheckName.ACKNOWLEDGED_ONCE,
            BeanBug.around(
                Commands.class,
                (commands, _) ->
                    (Commands)
                        request ->
                            commands.send(
                                CommandRequest.unkeyed(request.command(), request.metadata()))),
            (company, _) -> {
              ApiCall call = company.transferCall(0, 1, 3).keyed(UUID.randomUUID());
              company.send(call);
              company.send(call);
            }),
        new LiveBug(
            "reply before commit, and the commit lost",
            CheckName.ACKNOWLEDGED_ONCE,
            BeanBug.around(
                Commands.class,
                (commands, context) ->
                    (Commands)
                        request ->
                            request.command() instanceof ReleaseHold
                                ? new CommandReply(
                                    null, head(context.getBean(DataSource.class)), false)
                                : commands.send(request)),
            (company, _) -> company.release(1, company.placeHold(0, 1, 5, LONG))),
        new LiveBug(
            "rejection told although it was done",
            CheckName.REJECTIONS_KEPT,
            BeanBug.around(
                Commands.class,
                (commands, _) ->
                    (Commands)
                        request -> {
                          CommandReply reply = commands.send(request);
                          if (request.command() instanceof ReleaseHold) {
                            throw new CommandRejected(LedgerRejection.HOLD_ENDED);
                          }
                          return reply;
                        }),
            (company, _) ->
                company.send(
                    company
                        .releaseCall(1, company.placeHold(0, 1, 5, LONG))
                        .keyed(UUID.randomUUID()))),
        new LiveBug(
            "overdraft by a skipped check",
            CheckName.NO_OVERDRAFT,
            BeanBug.around(
                Commands.class,
                (commands, context) ->
                    (Commands)
                        request ->
                            request.command() instanceof PostTransfer transfer
                                ? new DirectLedger(
                                        context.getBean(EventStore.class),
                                        context.getBean(DataSource.class))
                                    .transfer(transfer, request)
                                : commands.send(request)),
            (company, _) ->
                company.send(company.transferCall(0, 1, 1_000_000_000).keyed(UUID.randomUUID()))));
  }

  private static long head(DataSource database) {
    Long head =
        new JdbcTemplate(database)
            .queryForObject("SELECT max(last_position) FROM event_store.chain", Long.class);
    return head == null ? 0 : head;
  }
}
