package io.trailproof.diagnostic;

/**
 * What is taken to be so since no input shows it, each with a code and a line that says how
 * somebody can make sure of it, in the manner of a help.
 *
 * <p>A message says of what it is assumed; this is the same for all that share the code.
 */
public enum Assumed {
  ARN_MADE_OF_NAME(
      "arn-made-of-name",
      "`terraform show`, after apply, shows the whole ARN and not the name alone"),
  BLANKS_DO_NOT_MATTER(
      "blanks-do-not-matter", "Security Hub shows the control as passed, a day after apply"),
  DECLARED("declared", "compare what stands in the account with what is declared"),
  DEFAULT_IS_KEPT(
      "default-is-kept", "nothing gives the variable another value where the plan is applied"),
  ENDPOINT_ACCEPTS(
      "endpoint-accepts",
      "send to the topic by `aws sns publish`, and see that the message arrives"),
  EVENT_IS_TOLD_OF(
      "event-is-told-of",
      "do what the event records where nothing is lost by it, and see that the message arrives"),
  FILTER_READS_JSON(
      "filter-reads-json",
      "set the alarm off by `aws cloudwatch set-alarm-state`, and see that the message arrives"),
  INDEX_AS_WRITTEN(
      "index-as-written", "the index stands in the configuration as it is, and is not worked out"),
  LITERAL_ACCOUNT(
      "literal-account",
      "`aws sts get-caller-identity`, with the credentials of the apply, gives this account"),
  LOCAL_ONLY_CHOOSES(
      "local-only-chooses",
      "the local stands in `count`, `for_each` and conditions alone in the configuration"),
  LOG_GROUP_ARN_ENDS_IN_STAR(
      "log-group-arn-ends-in-star",
      "`aws cloudtrail get-trail` shows a `CloudWatchLogsLogGroupArn` that ends in `:*`"),
  LOG_GROUP_KEY(
      "log-group-key",
      "`kms:Encrypt*`, `kms:Decrypt*` and `kms:GenerateDataKey*` are allowed to CloudWatch Logs in"
          + " the policy of the key"),
  MACRO_LEAVES_ALONE(
      "macro-leaves-alone",
      "`aws cloudformation get-template --template-stage Processed` shows the same of the chain"),
  NAME_IS_TAKEN("name-is-taken", "the apply succeeds: the API refuses other names"),
  NO_ACCOUNT_TRANSFORMER(
      "no-account-transformer",
      "`aws logs describe-account-policies --policy-type TRANSFORMER_POLICY` lists none for the log"
          + " group"),
  NO_TRANSFORMER("no-transformer", "`aws logs get-transformer` shows none for the log group"),
  ORGANIZATION_MEMBER("organization-member", "`aws organizations list-accounts` lists the account"),
  PARAMETER_DEFAULT(
      "parameter-default",
      "`aws cloudformation describe-stacks` shows the parameter with its default"),
  PLACE_AS_GIVEN(
      "place-as-given",
      "the credentials and the Region of the apply are those that were given here"),
  PROVIDER_ACCOUNT(
      "provider-account", "nothing gives provider `awscc` other credentials where it is applied"),
  RECORD_IN_TIME(
      "record-in-time", "do what one of the events records, and see that the alarm is set off"),
  REFERENCE_IS_WHOLE(
      "reference-is-whole", "nothing stands around the reference in the configuration"),
  ROLE_MAY_QUERY(
      "role-may-query",
      "`logs:StartQuery` and `logs:GetQueryResults` on the log group are allowed by the policies of"
          + " the role"),
  ROLE_MAY_WRITE(
      "role-may-write",
      "`aws cloudtrail get-trail-status` shows a `LatestCloudWatchLogsDeliveryTime`, and no error"
          + " of that delivery"),
  SETTING_NOT_KNOWN(
      "setting-not-known",
      "the documentation of the provider says that the setting silences nothing"),
  SOURCES_OF_PLAN(
      "sources-of-plan", "check with `--plan-file` as well, since a plan file holds its sources"),
  SUBSCRIBER_CONFIRMS(
      "subscriber-confirms",
      "`aws sns list-subscriptions-by-topic` shows an ARN in place of `PendingConfirmation`"),
  TAKEN_FOR_UNSET("taken-for-unset", "the argument is not written in the configuration"),
  TOLD_APART("told-apart", "the name that it has after apply is the name of none of the others"),
  TRAIL_BUCKET(
      "trail-bucket",
      "`aws cloudtrail get-trail-status` shows a `LatestDeliveryTime`, and no error"),
  TRAIL_KEY("trail-key", "the apply succeeds: CloudTrail refuses a key that it may not use"),
  TRAIL_TOPIC(
      "trail-topic", "the apply succeeds: CloudTrail refuses a topic that it may not publish to");

  private final String code;
  private final String confirm;

  Assumed(String code, String confirm) {
    this.code = code;
    this.confirm = confirm;
  }

  /** A short name, such as {@code subscriber-confirms}. */
  public String code() {
    return code;
  }

  /** How somebody can make sure of it; one line, lower case unless it begins with a name. */
  public String confirm() {
    return confirm;
  }
}
