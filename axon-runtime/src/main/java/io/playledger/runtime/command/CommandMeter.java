package io.playledger.runtime.command;

import java.time.Duration;

/** Receives every sent command. */
@FunctionalInterface
public interface CommandMeter {

  /** Measures nothing. */
  CommandMeter NONE = (command, outcome, took) -> {};

  /**
   * @param command simple name of the command's type
   * @param outcome {@code done}, {@code replayed}, {@code rejected}, {@code conflict}, {@code
   *     key-reused}, {@code in-flight}, {@code unknown} or {@code failed}
   * @param took time until the answer
   */
  void sent(String command, String outcome, Duration took);
}
