package io.trailproof.rule.own;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** Why a folder of own rules, or a file in it, is not read. */
enum OwnRuleError implements Code {
  /** Of a folder that is missing, or is none. */
  NO_FOLDER("there is no folder `%s` of own rules"),
  /** Of what is named for its tests. */
  NOTHING("there is no folder and no file `%s`"),
  /** Of all that is named so. */
  NO_TESTS("there is no test in `%s`", "a test is a file `NAME.test.yaml`"),
  /** Of a name that the file system does not take, or a folder that it does not open. */
  NOT_READABLE("the folder `%s` cannot be read"),
  /** Of a folder that a configuration names. */
  OUTSIDE(
      "`%s` leads out of the folder where the program runs",
      "own rules lie below it; `--rules` takes any folder"),
  /** Of a folder without rules and chains. */
  EMPTY(
      "there is no rule and no chain in `%s`",
      "a rule is a file `NAME.yaml`, a chain a file `NAME.chain.yaml`"),
  /** Of what is in the folder. */
  LINK("`%s` is a link, and links are not followed", "put the file itself into the folder"),
  /** Of a folder; takes how many. */
  TOO_MANY("`%s` holds more than %s files and folders", "give own rules a folder of their own"),
  /** Of a file; takes how many KiB. */
  TOO_LARGE("a rule file is at most %s KiB long"),
  /** Of a file that cannot be opened or is no text; takes the reason. */
  UNREADABLE("%s"),
  /** Of a key in a file. */
  TWICE("`%s` is given twice");

  /** The id of all that is said of such a folder. */
  static final String ID = "invalid-rules";

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  OwnRuleError(String text, String... help) {
    this.message = Message.error(ID, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
