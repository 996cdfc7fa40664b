package io.playledger.runtime.processor;

/** There is no processor, projection or dead letter of this name. */
public final class UnknownProcessorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception with the requested name. */
  public UnknownProcessorException(String name) {
    super("unknown: " + name);
  }
}
