package io.trailproof.cli;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What there is to say of edits beside what they are. */
enum FixNote implements Code {
  /** Of a file of a plan's sources. */
  NEWER_THAN_PLAN(
      "newer-than-plan",
      "it was written after the plan that was read; if anything but its time is new, the edits are"
          + " of another plan",
      "make the plan again, and run `trailproof fix` on that one");

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  FixNote(String id, String text, String help) {
    this.message = Message.note(id, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
