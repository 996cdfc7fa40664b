package io.playledger.server;

/** Somebody who is logged in. */
public record TestPlayer(String id, String email, String username, String token) {

  /** Of every player that tests register. */
  public static final String PASSWORD = "Correct-horse-7";
}
