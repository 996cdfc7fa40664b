package io.playledger.api;

import io.playledger.api.apikey.ApiKeyCommand;
import io.playledger.api.apikey.ApiKeyEvent;
import io.playledger.api.apikey.ApiKeyRejection;
import io.playledger.api.audit.AuditCommand;
import io.playledger.api.audit.AuditEvent;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.EscrowCommand;
import io.playledger.api.escrow.event.EscrowEvent;
import io.playledger.api.escrow.query.EscrowQuery;
import io.playledger.api.favourite.FavouriteCommand;
import io.playledger.api.favourite.FavouriteEvent;
import io.playledger.api.favourite.FavouriteQuery;
import io.playledger.api.favourite.FavouriteRejection;
import io.playledger.api.feed.FeedQuery;
import io.playledger.api.identity.IdentityCommand;
import io.playledger.api.identity.IdentityEvent;
import io.playledger.api.identity.IdentityQuery;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.LedgerCommand;
import io.playledger.api.ledger.event.LedgerEvent;
import io.playledger.api.ledger.query.LedgerQuery;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.command.MarketCommand;
import io.playledger.api.market.event.MarketEvent;
import io.playledger.api.market.query.MarketQuery;
import io.playledger.api.reputation.ReputationEvent;
import io.playledger.api.reputation.ReputationQuery;
import io.playledger.api.reputation.ReputationRejection;
import io.playledger.api.score.ScoreCommand;
import io.playledger.api.score.ScoreEvent;
import io.playledger.api.score.ScoreQuery;
import io.playledger.api.score.ScoreRejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registration of all contexts. A new context is one more entry here and a package of its name
 * in each module; every module finds its part by the name.
 */
public final class Contexts {

  private static final List<Context> ALL =
      List.of(
          Context.of(
              IdentityCommand.class,
              IdentityEvent.class,
              IdentityQuery.class,
              IdentityRejection.class),
          Context.of(AuditCommand.class, AuditEvent.class),
          Context.of(ApiKeyCommand.class, ApiKeyEvent.class, ApiKeyRejection.class),
          Context.of(
                  LedgerCommand.class, LedgerEvent.class, LedgerQuery.class, LedgerRejection.class)
              .knowing("identity"),
          Context.of(ReputationEvent.class, ReputationQuery.class, ReputationRejection.class)
              .knowing("identity"),
          Context.of(ScoreCommand.class, ScoreEvent.class, ScoreQuery.class, ScoreRejection.class)
              .knowing("identity"),
          Context.of(
                  MarketCommand.class, MarketEvent.class, MarketQuery.class, MarketRejection.class)
              .knowing("ledger", "identity", "reputation", "score"),
          Context.of(
                  EscrowCommand.class, EscrowEvent.class, EscrowQuery.class, EscrowRejection.class)
              .knowing("market", "ledger", "identity", "reputation", "score"),
          Context.of(
                  FavouriteCommand.class,
                  FavouriteEvent.class,
                  FavouriteQuery.class,
                  FavouriteRejection.class)
              .knowing("identity"),
          Context.of(FeedQuery.class).knowing("identity", "ledger"));

  private static final Map<String, Class<? extends Event>> EVENTS = events();

  private static final Map<String, RejectionCode> REJECTIONS =
      ALL.stream()
          .flatMap(context -> context.rejections().stream())
          .collect(Collectors.toUnmodifiableMap(RejectionCode::name, Function.identity()));

  private Contexts() {}

  /** All contexts. A context comes after those that it knows. */
  public static List<Context> all() {
    return ALL;
  }

  /**
   * The parts of all contexts that have one, in the order of the contexts: see {@link
   * Context#part}.
   */
  public static <P> List<P> parts(String module, String suffix, Class<P> type) {
    return ALL.stream()
        .map(context -> context.part(module, suffix, type))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The same for parts with a constructor parameter. */
  public static <P> List<P> parts(String module, String suffix, Class<P> type, Record given) {
    return ALL.stream()
        .map(context -> context.part(module, suffix, type, given))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The rejection with this code. Codes are unique over all contexts. */
  public static Optional<RejectionCode> rejection(String code) {
    return Optional.ofNullable(REJECTIONS.get(code));
  }

  /** The classes of all events by their stored names. */
  public static Map<String, Class<? extends Event>> eventNames() {
    return EVENTS;
  }

  private static Map<String, Class<? extends Event>> events() {
    Map<String, Class<? extends Event>> names = new LinkedHashMap<>();
    ALL.forEach(context -> names.putAll(context.eventNames()));
    return names;
  }
}
