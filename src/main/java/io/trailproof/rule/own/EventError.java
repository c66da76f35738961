package io.trailproof.rule.own;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with the events of a rule, beyond how they are written. */
enum EventError implements Code {
  /** Of a source. */
  SOURCE("`%s` is no `eventSource`"),
  /** Of a source that is a slip of another. */
  UNKNOWN_SOURCE("no service is known as `%s`"),
  /** Of a name; takes the source and the name. */
  UNKNOWN_NAME("`%s` has no event `%s`"),
  /** Of a name in a pattern that does not name a service. */
  UNKNOWN_ANYWHERE("no service that is known here has an event `%s`"),
  /** Of the name of an operation that records do not have; takes the name that they have. */
  RECORDED_AS("`%s` is recorded as `%s`"),
  /** Of what a rule says of a call that its name denies. */
  NO_READ("`access` is `read`, and `%s` changes something"),
  /** Of what a condition or a pattern asks. */
  DOUBTFUL(
      "which records `%s` matches is not documented",
      "put the text into quotes, with `*` at its ends alone"),
  /** Of a condition, a pattern or an outcome; takes the event. */
  NO_RECORD("no record is like this, so nothing is asked of `%s`");

  /** The id of all that is said of a rule file. */
  private static final String ID = "invalid-rule";

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  EventError(String text, String... help) {
    this.message = Message.error(ID, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
