package io.trailproof.rule.control;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with a file of controls, or with the controls of a rule. */
enum ControlError implements Code {
  RELATION("`relation` is `same` or `supports`"),
  CERTAINTY("`certainty` is `certain` or `likely`"),
  NO_FRAMEWORK("what is arguable needs a `framework` where its file has none");

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  ControlError(String text) {
    this.message = Message.error(ControlFile.ID, text);
  }

  @Override
  public Message message() {
    return message;
  }
}
