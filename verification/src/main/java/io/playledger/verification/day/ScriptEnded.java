package io.playledger.verification.day;

/** A script cannot go on; why is among the findings already. */
public final class ScriptEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ScriptEnded(String message) {
    super(message, null, false, false);
  }
}
