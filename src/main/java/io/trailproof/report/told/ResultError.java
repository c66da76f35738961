package io.trailproof.report.told;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** Why a result is not read, or cannot stand in one report with another. */
enum ResultError implements Code {
  /** Of a file that cannot be opened or is no text; takes the reason. */
  UNREADABLE("%s"),
  /** Of another document. */
  NO_RESULT(
      "this is no result of trailproof in JSON",
      "`trailproof check -f json=FILE` writes one, and `-f jsonl` one of lines"),
  /** Of a result of another time; takes its format and ours. */
  OTHER_FORMAT("this is a result of format `%s`, and `%s` is what is read here"),
  /** Of lines of which the last is missing. */
  CUT_OFF(
      "the line of the run is missing, with which a result of lines ends",
      "the run that wrote it was stopped, or the file was cut short: what is missing may be"
          + " broken"),
  /** Of what follows the last line. */
  AFTER_THE_END(
      "something follows the line of the run, with which a result of lines ends",
      "give each result a file of its own"),
  /** Of a member that is not there; takes its name. */
  MISSING(
      "`%s` is missing",
      "results of this version of trailproof have it: check again with this version"),
  /** Of a member that is something else; takes its name and what it should be. */
  NOT_THE_SHAPE("`%s` must be %s"),
  /** Of a text that must be one of some; takes the member and the text. */
  NO_SUCH_WORD("`%s` is nothing that `%s` can be", "check again with this version of trailproof"),
  /** Of what says one thing and shows another; takes what it says and what follows of the rest. */
  CONTRADICTION("it says `%s`, and what it holds comes to `%s`"),

  /** Of results by different versions; takes the other result, and the versions of both. */
  OTHER_VERSION(
      "`%s` was written by trailproof %s, and `%s` by %s",
      "check all parts with one version, so that one word means one thing"),
  /** Of results with different gates; takes both results and gates. */
  OTHER_GATE(
      "`%s` was judged with %s, and `%s` with %s",
      "check all parts with the same `--fail-on`, `--unknown` and `--gate`"),
  /** Of results with different configurations; takes both results and configurations. */
  OTHER_CONFIGURATION(
      "`%s` was judged by %s, and `%s` by %s",
      "check all parts by one configuration, since it decides what passes (`--config`, or"
          + " `--no-config`)"),
  /** Of a deployment that two results have; takes its name and the results. */
  TWICE(
      "the deployment `%s` is in `%s` and in `%s`", "give each part to one run, and name it once"),
  /** Of a file of which two runs saw different bytes; takes its name and the results. */
  OTHER_BYTES(
      "`%s` held other bytes when `%s` was made than when `%s` was",
      "check all parts of one state, by paths from one folder");

  /** The id of all that is said of a result. */
  static final String ID = "invalid-result";

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  ResultError(String text, String... help) {
    this.message = Message.error(ID, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
