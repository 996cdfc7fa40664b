package io.playledger.runtime.command;

/** How a command's result is kept beside its events, to be given again to a repeat. */
public interface ResultCodec {

  /** The result as JSON; null for null. */
  String toJson(Object result);

  /** The result again; null for null. */
  Object fromJson(String json);
}
