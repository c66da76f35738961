package io.trailproof.edit;

/** What is asked for cannot be written exactly, and this is why; never leaves this package. */
final class Uneditable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  /** Why, to stand behind a colon. */
  Uneditable(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
