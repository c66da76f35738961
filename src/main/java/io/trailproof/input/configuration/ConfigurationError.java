package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with {@code trailproof.yaml}. */
public enum ConfigurationError implements Code {
  LINK(
      "`%s` is a link; a configuration that is found by itself has to be a file of the folder",
      "name it with `--config` if it is meant"),
  OUTSIDE(
      "`%s` leads out of the folder",
      "what a deployment names lies in the folder where the program runs"),
  TWICE("`%s` is given twice"),
  NO_FOLDER("a folder of own rules is a path"),
  UNKNOWN_RULE("there is no rule `%s`"),
  UNKNOWN_WAY("rule `%s` has no other way `%s`"),
  ONE_WAY("rule `%s` has one way only"),
  /** Of a word that asks for no rule; takes what is wrong with it. */
  NO_SUCH_RULES("%s"),
  NO_SETTINGS("the settings of a rule are a mapping, or `on` or `off`"),
  SEVERITY("`severity` is `note`, `low`, `medium`, `high` or `critical`"),
  NO_PARAMETERS("no requirement of rule `%s` has parameters"),
  UNKNOWN_REQUIREMENT("rule `%s` has no requirement `%s` with parameters"),
  UNKNOWN_PARAMETER("requirement `%s` has no parameter `%s`"),
  NO_SECONDS("`%s` takes whole seconds, as in 900"),
  /** Of the file that switches off all that there is. */
  NOTHING_ON("no rule is left that is on", "switch one on: `rules: { iam-policy-changes: on }`"),
  NO_REASON("an accepted finding needs a reason"),
  NO_CODE(
      "`%s` is no code of a finding",
      "give rule and requirement, as a report shows them: ID/REQUIREMENT"),
  NO_DATE("`%s` is no date", "write it as in 2027-03-31"),
  /** Takes code, address and date. */
  EXPIRED(
      "what accepts `%s` at `%s` ended on %s",
      "mend what is found, or have it accepted anew, and take the entry out"),
  /** Takes code and address. */
  UNUSED(
      "nothing that was judged needs that `%s` at `%s` is accepted",
      "take the entry out; what it was for is mended or gone"),
  /** Of the file that is to be written; takes its name. */
  THERE("`%s` is there already, and stays as it is", "take it away first if it is to be made anew"),
  /** Of the file that is to be written; takes its name. */
  NOT_WRITABLE("`%s` cannot be written");

  /** The id of all that is said of such a file. */
  static final String ID = "invalid-config";

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  ConfigurationError(String text, String... help) {
    this.message = Message.error(ID, text, help);
  }

  @Override
  public Message message() {
    return message;
  }
}
