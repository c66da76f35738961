package io.trailproof.cli;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** Why a report does not get where it was asked for. */
enum OutputError implements Code {
  /** Of standard output. */
  STANDARD_OUTPUT(
      "cannot write the report to standard output",
      "it is closed, or what it leads to is full; the exit code says nothing of the verdict"),
  /** Of a file; takes its name and the reason. */
  FILE("cannot write the report to `%s`: %s"),
  /** Of a file with edits; takes its name and the reason. */
  EDITED("cannot write `%s`: %s"),
  /** Of a file that nobody said to overwrite; takes its name. */
  THERE("`%s` is there already, and stays as it is", "`--force` overwrites it"),
  /** Of a file that was read; takes its name. */
  INPUT(
      "`%s` is read by this run, and the report would take its place",
      "give `--output` another name");

  /** The id of all that is said of a report's way out. */
  static final String ID = "output";

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  OutputError(String text, String... help) {
    this.message = Message.error(ID, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
