package io.playledger.runtime.command;

/** Stores the result of a command with its events, for repeats. */
public interface ResultCodec {

  /** The result as JSON; null for null. */
  String toJson(Object result);

  /** The stored result; null for null. */
  Object fromJson(String json);
}
