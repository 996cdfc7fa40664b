package io.playledger.command;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import io.playledger.command.aggregate.Repositories;
import io.playledger.command.apikey.ApiKeyContext;
import io.playledger.command.audit.AuditContext;
import io.playledger.command.escrow.EscrowContext;
import io.playledger.command.identity.IdentityContext;
import io.playledger.command.ledger.LedgerContext;
import io.playledger.command.market.MarketContext;
import io.playledger.command.reputation.ReputationContext;
import io.playledger.command.score.ScoreContext;
import java.util.List;
import java.util.function.Function;

/**
 * All contexts of the command side, in one list: the server and the tests wire from here. A new
 * context is one more line.
 */
public final class CommandSide {

  private static final List<Context> CONTEXTS =
      List.of(
          IdentityContext.context(),
          AuditContext.context(),
          ApiKeyContext.context(),
          LedgerContext.context(),
          ReputationContext.context(),
          ScoreContext.context(),
          MarketContext.context(),
          EscrowContext.context());

  private CommandSide() {}

  /** The contexts. */
  public static List<Context> contexts() {
    return CONTEXTS;
  }

  /** The types of aggregates of all contexts. */
  public static List<AggregateType<?>> aggregates() {
    return CONTEXTS.stream()
        .<AggregateType<?>>flatMap(context -> context.aggregates().stream())
        .toList();
  }

  /**
   * Makers of the objects with {@code @CommandHandler} methods for commands that touch several
   * aggregates, for example called with {@code configuration::repository}.
   */
  public static List<Function<Repositories, Object>> handlers() {
    return CONTEXTS.stream().flatMap(context -> context.handlers().stream()).toList();
  }
}
