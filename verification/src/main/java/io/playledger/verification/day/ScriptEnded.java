package io.playledger.verification.day;

/** A script cannot continue. The reason is already among the findings. */
public final class ScriptEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ScriptEnded(String message) {
    super(message, null, false, false);
  }
}
