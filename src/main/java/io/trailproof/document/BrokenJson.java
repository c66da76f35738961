package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;

/** Why a JSON file cannot be read on: ends the reading of that file. */
public final class BrokenJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** A failure with the one thing to say about it. */
  public BrokenJson(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** What the user should see. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
