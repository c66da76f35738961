package io.trailproof.input.terraform.plan;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** Why a document that looks like a plan or state is not read, with what to do instead. */
enum PlanError implements Code {
  /** Takes the name of the file. */
  BINARY(
      Message.error(
          "binary-plan",
          "this is a binary plan",
          "run `terraform show -json %s > plan.json` and check that file")),
  RAW_STATE(
      Message.error(
          "raw-terraform-state",
          "this is a raw terraform state",
          "run `terraform show -json > state.json` and check that file")),
  NO_FORMAT_VERSION(
      Message.error(
          "not-a-plan",
          "this has no `format_version`, so it is no terraform plan or state",
          "`terraform show -json tfplan` prints a plan that can be checked")),
  NO_PLANNED_VALUES(
      Message.error(
          "not-a-plan",
          "this plan has no `planned_values`",
          "check the whole output of `terraform show -json tfplan`")),
  /** Takes the version. */
  UNKNOWN_FORMAT(
      Message.error(
          "unsupported-plan-format",
          "plan format `%s` is not known here",
          "formats 0.1 to 1.x are read, as terraform 0.12 and newer and OpenTofu write them")),
  /** Of what {@code terraform show -json} prints where there is nothing to show. */
  NOTHING_SHOWN(
      Message.note(
          "nothing-shown",
          "there is neither a plan nor a state in this file",
          "name the plan: `terraform show -json tfplan`")),
  NO_CONFIGURATION(
      Message.note(
          "no-configuration",
          "this plan has no `configuration`, so what is known only after apply cannot be followed",
          "check the whole output of `terraform show -json tfplan`")),
  NO_ADDRESS(Message.error("unexpected-json", "expected a resource with an `address` here"));

  private final Message message;

  PlanError(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }
}
