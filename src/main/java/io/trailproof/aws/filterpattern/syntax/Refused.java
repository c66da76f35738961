package io.trailproof.aws.filterpattern.syntax;

import java.util.List;

/** Ends the reading of a pattern at its first syntax error; never leaves the parser. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Rejection rejection;

  public Refused(Rejection rejection) {
    super(rejection.message(), null, false, false);
    this.rejection = rejection;
  }

  public static Refused at(
      Rejection.Code code, String message, int start, int end, String... expected) {
    return new Refused(new Rejection(code, message, start, end, List.of(expected)));
  }

  public Rejection rejection() {
    return rejection;
  }
}
