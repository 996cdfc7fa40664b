package io.playledger.server.config;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.escrow.EscrowReceipt;
import io.playledger.api.ledger.HoldReceipt;
import io.playledger.api.ledger.TransactionReceipt;
import io.playledger.api.market.ListingReceipt;
import io.playledger.api.market.TradeReceipt;
import io.playledger.api.score.ScoreReceipt;
import io.playledger.command.CommandSide;
import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.serialization.TypeNames;
import io.playledger.runtime.wiring.Registrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types that the platform stores, by the names under which they are stored. */
public final class StoredTypes {

  private static final List<Class<?>> RESULTS =
      List.of(
          ApiKeyId.class,
          TransactionReceipt.class,
          HoldReceipt.class,
          ScoreReceipt.class,
          ListingReceipt.class,
          TradeReceipt.class,
          EscrowReceipt.class);

  private StoredTypes() {}

  /** Names of all events, and of everything else that is stored beside them. */
  public static TypeNames names() {
    return Registrations.typeNames(
        List.of(new Registrations(aggregates(), List.of(), List.of(), messages())));
  }

  static List<AggregateRegistration> aggregates() {
    return CommandSide.aggregatesByName().entrySet().stream()
        .map(
            named ->
                new AggregateRegistration(
                    named.getKey(), named.getValue().root(), named.getValue().snapshotEvery()))
        .toList();
  }

  /** Events, and results of commands. */
  static Map<String, Class<?>> messages() {
    Map<String, Class<?>> names = new HashMap<>(Contexts.eventNames());
    for (Context context : Contexts.all()) {
      RESULTS.stream()
          .filter(result -> result.getPackageName().endsWith("." + context.name()))
          .forEach(result -> names.put(context.storedName(result), result));
    }
    return names;
  }
}
