package io.playledger.api;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One context of the platform: its name and the sealed parents of its messages. Everything else
 * that a module knows of a context is found from here: the types of its messages, and the parts
 * that it has in the other modules.
 *
 * @param name the name of its package in every module, for example {@code apikey}
 * @param prefix start of the names of its parents and parts, for example {@code ApiKey}
 * @param parents sealed parents of its messages: commands, events, queries, and the enum of its
 *     rejections; each at most once
 * @param knows names of other contexts whose types its code can use
 */
public record Context(String name, String prefix, List<Class<?>> parents, Set<String> knows) {

  private static final String API = Context.class.getPackageName() + ".";

  public Context {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(prefix, "prefix");
    parents = List.copyOf(parents);
    knows = Set.copyOf(knows);
  }

  /**
   * A context, defined by the parents of its messages, which are named {@code <prefix>Command},
   * {@code <prefix>Event}, {@code <prefix>Query} and {@code <prefix>Rejection}. They lie in the
   * package of the context or, in a large context, in its rooms {@code command}, {@code event} and
   * {@code query}.
   */
  static Context of(Class<?>... parents) {
    Class<?> first = parents[0];
    return new Context(
        nameIn(first),
        first.getSimpleName().replaceFirst("(Command|Event|Query|Rejection)$", ""),
        List.of(parents),
        Set.of());
  }

  private static String nameIn(Class<?> type) {
    return type.getPackageName().substring(API.length()).split("\\.")[0];
  }

  /** Whether a type lies in the package of this context in the api, or in one of its rooms. */
  public boolean declares(Class<?> type) {
    return type.getPackageName().startsWith(API) && nameIn(type).equals(name);
  }

  /** The same context with permission to use the types of these contexts. */
  Context knowing(String... others) {
    return new Context(name, prefix, parents, Set.of(others));
  }

  /** Classes of its commands. */
  @SuppressWarnings("unchecked")
  public List<Class<? extends Command<?>>> commands() {
    return (List<Class<? extends Command<?>>>) (List<?>) messages(Command.class);
  }

  /** Classes of its events. */
  public List<Class<? extends Event>> events() {
    return messages(Event.class);
  }

  /** Classes of its queries. */
  @SuppressWarnings("unchecked")
  public List<Class<? extends Query<?>>> queries() {
    return (List<Class<? extends Query<?>>>) (List<?>) messages(Query.class);
  }

  /** The reasons for which it rejects commands. */
  public List<RejectionCode> rejections() {
    return parents.stream()
        .filter(RejectionCode.class::isAssignableFrom)
        .flatMap(codes -> Stream.of(codes.getEnumConstants()))
        .map(RejectionCode.class::cast)
        .toList();
  }

  /**
   * Names of its events and their classes. An event is stored under {@code <context>.<simple
   * name>}, for example {@code ledger.TransactionPosted}, whatever its Java package is.
   */
  public Map<String, Class<? extends Event>> eventNames() {
    Map<String, Class<? extends Event>> names = new LinkedHashMap<>();
    for (Class<? extends Event> event : events()) {
      if (names.put(storedName(event), event) != null) {
        throw new IllegalStateException("Two events are named " + storedName(event) + ".");
      }
    }
    return names;
  }

  /** The name under which a type of this context is stored, for example {@code ledger.Wallet}. */
  public String storedName(Class<?> type) {
    return name + "." + type.getSimpleName();
  }

  /**
   * The part of this context in another module, created by its public constructor without
   * parameters.
   *
   * @param module root package of the module, for example {@code io.playledger.query}
   * @param suffix end of the class name after {@link #prefix()}, for example {@code Queries}
   * @param type common type of the parts in that module
   * @return empty if the context has no class of that name
   * @throws IllegalStateException if the class is not such a part
   */
  public <P> Optional<P> part(String module, String suffix, Class<P> type) {
    return partType(module, suffix, type).map(found -> made(found, new Class<?>[0]));
  }

  /**
   * The same for parts with a constructor parameter.
   *
   * @param given the argument of the constructor
   */
  public <P> Optional<P> part(String module, String suffix, Class<P> type, Record given) {
    return partType(module, suffix, type)
        .map(found -> made(found, new Class<?>[] {given.getClass()}, given));
  }

  /** The class of the part; empty if the context has no class of that name. */
  public <P> Optional<Class<? extends P>> partType(String module, String suffix, Class<P> type) {
    String className = "%s.%s.%s%s".formatted(module, name, prefix, suffix);
    try {
      return Optional.of(Class.forName(className).asSubclass(type));
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    } catch (ClassCastException broken) {
      throw new IllegalStateException(
          "%s must be a %s.".formatted(className, type.getSimpleName()), broken);
    }
  }

  private static <P> P made(Class<P> type, Class<?>[] parameters, Object... arguments) {
    try {
      return type.getConstructor(parameters).newInstance(arguments);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(
          "%s must be a public class with a public constructor of parameters %s."
              .formatted(type.getName(), Stream.of(parameters).map(Class::getSimpleName).toList()),
          broken);
    }
  }

  private <M> List<Class<? extends M>> messages(Class<M> kind) {
    return parents.stream()
        .filter(kind::isAssignableFrom)
        .flatMap(Context::finalTypes)
        .<Class<? extends M>>map(type -> type.asSubclass(kind))
        .toList();
  }

  /** Messages are the final classes under a sealed parent. */
  private static Stream<Class<?>> finalTypes(Class<?> type) {
    if (Modifier.isFinal(type.getModifiers())) {
      return Stream.of(type);
    }
    if (!type.isSealed()) {
      throw new IllegalStateException(type.getName() + " must be sealed.");
    }
    return Stream.of(type.getPermittedSubclasses()).flatMap(Context::finalTypes);
  }
}
