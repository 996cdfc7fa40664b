package io.playledger.runtime.serialization;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which types are stored, for example {@code ledger.TransactionPosted}. A name says
 * nothing of a Java package, so a class can move and the log stays readable, in other languages
 * too.
 */
public final class TypeNames {

  private final Map<String, Class<?>> types;
  private final Map<Class<?>, String> names;

  private TypeNames(Builder builder) {
    this.types = Map.copyOf(builder.types);
    this.names = Map.copyOf(builder.names);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The name of a type.
   *
   * @throws UnnamedTypeException if it has none
   */
  public String nameOf(Class<?> type) {
    String name = names.get(type);
    if (name == null) {
      throw new UnnamedTypeException(type);
    }
    return name;
  }

  /** The name of a type, if it has one. */
  Optional<String> findName(Class<?> type) {
    return Optional.ofNullable(names.get(type));
  }

  /** The type of this name, if there is one. */
  public Optional<Class<?>> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Collects names. Every name has one type, and every type one name. */
  public static final class Builder {

    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    private Builder() {}

    /**
     * Adds a type.
     *
     * @throws IllegalStateException if the name stands for another type, or the type has another
     *     name
     */
    public Builder add(String name, Class<?> type) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("The stored name of %s is blank.".formatted(type));
      }
      Class<?> other = types.putIfAbsent(name, type);
      if (other != null && other != type) {
        throw new IllegalStateException(
            "%s and %s are both to be stored as %s. Rename one of them."
                .formatted(other.getName(), type.getName(), name));
      }
      String former = names.putIfAbsent(type, name);
      if (former != null && !former.equals(name)) {
        throw new IllegalStateException(
            "%s is to be stored as %s and as %s. It must have one name."
                .formatted(type.getName(), former, name));
      }
      return this;
    }

    /** Adds all of these. */
    public Builder addAll(Map<String, ? extends Class<?>> more) {
      more.forEach(this::add);
      return this;
    }

    public TypeNames build() {
      return new TypeNames(this);
    }
  }
}
