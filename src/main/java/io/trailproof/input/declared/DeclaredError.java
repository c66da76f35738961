package io.trailproof.input.declared;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with a file of declared resources. */
enum DeclaredError implements Code {
  UNKNOWN_TYPE("unknown resource type `%s`"),
  NO_FLAG("`%s` is `true` or `false`"),
  NO_NUMBER("`%s` is a number"),
  /** Takes the type and how its ARNs are put together. */
  NOT_ITS_ARN("not an ARN of `%s`, which is put together as `%s`"),
  NOTHING_DECLARED("nothing is declared as `%s`"),
  NO_PROPERTY("`%s` has no property `%s`");

  /** The id of all that is said of such a file. */
  static final String ID = "invalid-config";

  private final String text;

  DeclaredError(String text) {
    this.text = text;
  }

  @Override
  public Message message() {
    return Message.error(ID, text);
  }
}
