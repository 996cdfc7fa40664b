package io.playledger.runtime.command;

import org.jspecify.annotations.Nullable;

/** Stores the result of a command with its events, for repeats. */
public interface ResultCodec {

  /** The result as JSON. */
  @Nullable String toJson(@Nullable Object result);

  /** The stored result. */
  @Nullable Object fromJson(@Nullable String json);
}
