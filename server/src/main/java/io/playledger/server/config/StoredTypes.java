package io.playledger.server.config;

import io.playledger.api.Command;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.command.CommandSide;
import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.serialization.TypeNames;
import io.playledger.runtime.wiring.Registrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types that the platform stores, by the names under which they are stored. */
public final class StoredTypes {

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
    Map<String, Class<?>> names = new HashMap<>();
    for (Context context : Contexts.all()) {
      names.putAll(context.eventNames());
      for (Class<?> command : context.commands()) {
        Class<?> result = Command.answerType(command);
        if (result != Void.class) {
          names.put(declaring(result).storedName(result), result);
        }
      }
    }
    return names;
  }

  /** The context in whose package a type lies. */
  private static Context declaring(Class<?> type) {
    return Contexts.all().stream()
        .filter(context -> context.declares(type))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is the result of a command and must lie in the package of a context."
                        .formatted(type.getName())));
  }
}
