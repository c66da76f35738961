package io.trailproof.input;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Message;
import io.trailproof.document.Unquoted;
import io.trailproof.source.UnreadableSource;

/** Why what the user names is not read, whatever format it may have. */
public enum InputError implements Code {
  /** Of an input that cannot be opened or is no text; takes the reason. */
  UNREADABLE(Message.error("unreadable-input", "%s")),
  /** Of a line that should be a record; takes its number. */
  NO_RECORD(
      Message.error("unreadable-input", "line %s holds no record of CloudTrail, a JSON object")),
  /** Of an input that can no longer be read. */
  BROKEN_OFF(Message.error("unreadable-input", "cannot be read")),
  /** Of a name that the file system does not take. */
  NOT_A_PATH(Message.error("unreadable-input", "not a path")),
  /** Of a name without a letter, as a variable gives that nobody has set. */
  NO_NAME(Message.error("unreadable-input", "an empty name names no file")),
  /** Of what is piped in. */
  STANDARD_INPUT(Message.error("unreadable-input", "standard input cannot be read")),
  /** Of nothing piped in where something must be. */
  NOTHING_PIPED(Message.error("unreadable-input", "standard input is empty")),
  /** Of a folder. */
  FOLDER(Message.error("unreadable-input", "the folder cannot be read")),
  /** Of a list of names that holds none: what was to write it may have failed. */
  EMPTY_LIST(Message.error("nothing-to-check", "the list names no inputs")),
  /** Of a list of names that does not end; takes how many MiB it may have. */
  LONG_LIST(Message.error("unreadable-input", "the list of names is longer than %s MiB")),
  /** Of a folder without inputs. */
  NOTHING_TO_CHECK(
      Message.error(
          "nothing-to-check",
          "there is no Terraform plan in JSON and no CloudFormation template below the folder",
          "make one with `terraform plan -out=tfplan` and `terraform show -json tfplan`")),
  /** Of a folder with Terraform files and no plan of them. */
  NO_PLAN(
      Message.error(
          "nothing-to-check",
          "there are Terraform files below the folder, and no plan of them in JSON",
          "make one where they are: `terraform plan -out=tfplan`, then `terraform show -json tfplan"
              + " > plan.json`",
          "name it, since git may ignore it: `trailproof check plan.json`")),
  /** Of a folder whose inputs hold nothing of what the rules are about. */
  NOTHING_APPLIES(
      Message.error(
          "nothing-to-check",
          "no plan or template below the folder holds anything of what the rules are about",
          "`--require` demands a verdict all the same; in a hook add `--skip-unrecognised`")),
  /** Of a statement whose inputs are not there; takes the name of the deployment and the glob. */
  NO_SUCH_INPUTS(
      Message.error(
          "no-such-inputs",
          "deployment `%s` has no inputs: nothing matches `%s`",
          "make the plan first, or take the deployment out of the configuration")),
  /** Of a statement whose files are something else; takes the name of the deployment. */
  NO_INPUT_AMONG_THEM(
      Message.error(
          "no-such-inputs",
          "deployment `%s` has no inputs: what it lists is neither plan nor template",
          "list its plans or templates, or take the deployment out of the configuration")),
  /** Of two plans; takes their names and the address. */
  PLANNED_TWICE(
      Message.note(
          "planned-twice",
          "`%s` and `%s` both plan `%s`, so they are judged apart",
          "if one is stale, leave it out")),
  /** Of a file with nothing but white space. */
  EMPTY(
      Message.error(
          "empty-input",
          "the file is empty",
          "what was to write it may have failed; `cdk synth` prints nothing for several stacks,"
              + " and writes them to the folder `cdk.out`")),
  /** Of a document that no format knows. */
  UNRECOGNISED(
      Message.error(
          "unrecognised-input",
          "neither a Terraform plan or state in JSON nor a CloudFormation template",
          "a plan is what `terraform show -json tfplan` prints"));

  private final Message message;

  InputError(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }

  /**
   * Why a source could not be opened, at the place that tells if there is one; nothing of its text
   * is shown, since nobody knows what it is.
   */
  public static Diagnostic unreadable(String name, UnreadableSource why) {
    return why.place()
        .map(span -> Unquoted.of(UNREADABLE.at(span, why.reason())))
        .orElseGet(() -> UNREADABLE.of(name, why.reason()));
  }
}
