package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** That a rule is named by an id that it had. */
public enum RenamedRule implements Code {
  /** Takes the id and the one that the rule has now. */
  RENAMED("rule `%s` is called `%s` now", "name it so; the old id is taken for a release");

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  RenamedRule(String text, String... help) {
    this.message = Message.note("renamed-rule", text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
