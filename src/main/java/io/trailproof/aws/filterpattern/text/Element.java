package io.trailproof.aws.filterpattern.text;

/** One position of a {@link Program}: a character to consume, or an anchor to pass. */
public record Element(Kind kind, CodePointSet set) {
  enum Kind {
    /** Exactly one character of the set. */
    ONE,
    /** At most one character of the set. */
    OPTIONAL,
    /** Any number of characters of the set. */
    LOOP,
    /** Passes only before the first character. */
    START,
    /** Passes only after the last character. */
    END
  }

  static Element one(CodePointSet set) {
    return new Element(Kind.ONE, set);
  }

  static Element optional(CodePointSet set) {
    return new Element(Kind.OPTIONAL, set);
  }

  static Element loop(CodePointSet set) {
    return new Element(Kind.LOOP, set);
  }

  static Element start() {
    return new Element(Kind.START, CodePointSet.NONE);
  }

  static Element end() {
    return new Element(Kind.END, CodePointSet.NONE);
  }
}
