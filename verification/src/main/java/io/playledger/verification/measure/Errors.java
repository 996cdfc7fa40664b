package io.playledger.verification.measure;

/** Error answers by code, expected and unexpected ones. */
public final class Errors {

  private final Tally<String> expected = new Tally<>();
  private final Tally<String> unexpected = new Tally<>();

  public Tally<String> expected() {
    return expected;
  }

  public Tally<String> unexpected() {
    return unexpected;
  }
}
