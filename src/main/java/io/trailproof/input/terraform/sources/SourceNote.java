package io.trailproof.input.terraform.sources;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What there is to say of sources that the user names; without them only positions are lost. */
public enum SourceNote implements Code {
  /** Of a folder. */
  UNREADABLE_FOLDER(
      Message.note(
          "unreadable-source",
          "there is no folder of this name that can be read, so its sources are left out",
          "`--source` takes the folder that `terraform plan` was run in")),
  /** Of a plan file; takes the reason. */
  UNREADABLE_PLAN(
      Message.note(
          "unreadable-source",
          "%s, so its sources are left out",
          "`--plan-file` takes what `terraform plan -out=FILE` writes")),
  /** Of a plan file that an old terraform wrote. */
  NO_SOURCES(
      Message.note(
          "unreadable-source",
          "this plan file holds no sources",
          "`--plan-file` takes what `terraform plan -out=FILE` writes")),
  /** Of a plan; takes what was named, and a verb for it. */
  OF_ANOTHER_PLAN(
      Message.note(
          "sources-of-another-plan",
          "%s %s not declare the resources of this plan, so nothing is read from there"));

  private final Message message;

  SourceNote(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }
}
