package io.trailproof.input.opening;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.document.RootMembers;
import io.trailproof.document.Unquoted;
import io.trailproof.document.YamlOutline;
import io.trailproof.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What people hand over in place of a plan or a template, each with what gives the right thing. */
enum Wrapper implements Code {
  PLAN_LOG(
      "the log of `terraform plan -json`, which does not hold the plan",
      "write the plan with `terraform plan -out=tfplan` and read it with `terraform show -json"
          + " tfplan`",
      Whose.OURS,
      root -> root.has("@level") && root.has("@message")),
  PLANS_IN_A_LIST(
      "a list of plans",
      "`jq -c '.[]'` writes each on a line of its own, and so they are read, each by itself",
      Whose.OURS,
      root -> false),
  PLAN_IN_AN_ENVELOPE(
      "a plan inside another document",
      "hand over the plan alone (`jq .KEY`), as `terraform show -json tfplan` prints it",
      Whose.OURS,
      root -> false),
  HCP_RECORD(
      "the record of a run or plan of HCP Terraform, not the plan",
      "its link `json-output` leads to the plan; `terraform show -json` gives the same",
      Whose.OURS,
      root -> false),
  CHANGE_SET(
      "a change set, which does not say what its resources are made of",
      "check the template: `aws cloudformation get-template --change-set-name …`",
      Whose.OURS,
      root -> root.hasAll("Changes", "StackName")),
  STACKS(
      "what `describe-stacks` or `describe-stack-set` prints, not a template",
      "`aws cloudformation get-template --stack-name …` prints the template; for a stack set `aws"
          + " cloudformation describe-stack-set --query StackSet.TemplateBody --output text …`",
      Whose.OURS,
      root -> root.has("StackSet") || (root.count(Stacks.LISTS) > 0 && root.texts().size() <= 2)),
  SERVERLESS(
      "the configuration of the Serverless Framework, not a template",
      "`serverless package` writes `.serverless/cloudformation-template-update-stack.json`",
      Whose.ANOTHERS,
      root ->
          root.hasAll("service", "provider")
              && (root.has("functions") || root.has("resources") || root.has("plugins"))),
  PULUMI(
      "a file of Pulumi, which is not read",
      "only Terraform plans and CloudFormation templates are",
      Whose.ANOTHERS,
      root ->
          (root.has("steps") && (root.has("changeSummary") || root.has("config")))
              || root.hasAll("name", "runtime")
              || root.hasAll("deployment", "version")),
  SCEPTRE(
      "a stack configuration of Sceptre, not a template",
      "`sceptre generate STACK` prints the template",
      Whose.ANOTHERS,
      root ->
          root.has("template_path")
              || root.has("sceptre_user_data")
              || (root.has("template") && root.has("parameters"))),
  LANDING_ZONE(
      "the configuration of the Landing Zone Accelerator, not a template",
      "check what its CDK app writes: `yarn synth`, then the folder `cdk.out`",
      Whose.ANOTHERS,
      root -> root.has("centralSecurityServices") || root.count(LandingZone.SECTIONS) > 1),
  CDK_MANIFEST(
      "a part of a CDK assembly that is no template",
      "check the folder, as a rule `cdk.out`",
      Whose.ANOTHERS,
      root ->
          root.hasAll("version", "artifacts")
              || root.hasAll("version", "tree")
              || root.hasAll("version", "files", "dockerImages")),
  HUMAN_PLAN(
      "a plan as people read it",
      "`terraform show -json tfplan` prints it for programs",
      Whose.OURS,
      Pattern.compile(
          "(?m)^(.\\[[0-9;]*m)*(Terraform|OpenTofu) (will perform the following actions|used the"
              + " selected providers)|^(.\\[[0-9;]*m)*No changes\\.|^Plan: [0-9]+ to"
              + " (add|import)")),
  TEXT_AROUND_A_PLAN(
      "a plan with other text around it",
      "redirect standard output alone (`terraform show -json tfplan > plan.json`), with"
          + " `-no-color`; for hashicorp/setup-terraform set `terraform_wrapper: false`",
      Whose.OURS,
      Pattern.compile("\\{\\s*\"(format_version|applyable|configuration)\"\\s*:")),
  TEXT_AROUND_A_TEMPLATE(
      "a template with other text around it",
      "`cdk synth` writes the templates to the folder `cdk.out`; check that",
      Whose.OURS,
      Pattern.compile("(?m)^(AWSTemplateFormatVersion|Resources):(\\s|$)"));

  /** The lists in which the AWS CLI tells of stacks, beside which there is a mark at most. */
  private static final class Stacks {
    static final Set<String> LISTS =
        Set.of("Stacks", "StackResources", "StackResourceSummaries", "StackSummaries");
  }

  /** The words of another tool, which this enum cannot name before it has constants. */
  private static final class LandingZone {
    /** Root keys of its six files, none of which a template has. */
    static final Set<String> SECTIONS =
        Set.of(
            "homeRegion",
            "enabledRegions",
            "managementAccountAccessRole",
            "accessAnalyzer",
            "iamPasswordPolicy",
            "awsConfig",
            "cloudWatch",
            "keyManagementService",
            "mandatoryAccounts",
            "workloadAccounts",
            "policySets",
            "roleSets",
            "groupSets",
            "userSets",
            "organizationalUnits",
            "serviceControlPolicies",
            "taggingPolicies",
            "backupPolicies",
            "defaultVpc",
            "transitGateways",
            "endpointPolicies");
  }

  private static final Set<String> RECORDS =
      Set.of("runs", "plans", "applies", "state-versions", "configuration-versions");

  private static final int LONGEST = 64 << 20;
  private static final String ID = "unrecognised-input";

  /** Whether somebody who names it in a hook meant it for us. */
  private enum Whose {
    OURS,
    ANOTHERS
  }

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  private final Whose whose;

  @SuppressWarnings("ImmutableEnumChecker") // a function of its argument
  private final Predicate<RootMembers> root;

  @SuppressWarnings("ImmutableEnumChecker") // a pattern is immutable
  private final Optional<Pattern> text;

  Wrapper(String what, String help, Whose whose, Predicate<RootMembers> root) {
    this(what, help, whose, root, Optional.empty());
  }

  Wrapper(String what, String help, Whose whose, Pattern text) {
    this(what, help, whose, root -> false, Optional.of(text));
  }

  Wrapper(
      String what, String help, Whose whose, Predicate<RootMembers> root, Optional<Pattern> text) {
    this.message = Message.error(ID, "this is " + what, help);
    this.whose = whose;
    this.root = root;
    this.text = text;
  }

  @Override
  public Message message() {
    return message;
  }

  /** What a document is that was read whole. */
  static Optional<Wrapper> of(Node document) {
    Optional<Wrapper> one =
        document.asMapping().isPresent() ? of(RootMembers.of(document)) : Optional.empty();
    if (one.isPresent()) {
      return one;
    }
    boolean list =
        document.asSequence().stream()
            .flatMap(all -> all.items().stream().limit(1))
            .anyMatch(Wrapper::isPlan);
    boolean envelope =
        document.asMapping().stream()
            .flatMap(all -> all.members().stream())
            .anyMatch(member -> isPlan(member.value()));
    boolean isRecord =
        document.asMapping().flatMap(all -> all.get("data")).filter(Wrapper::isRecord).isPresent();
    return list
        ? Optional.of(PLANS_IN_A_LIST)
        : envelope
            ? Optional.of(PLAN_IN_AN_ENVELOPE)
            : isRecord ? Optional.of(HCP_RECORD) : Optional.empty();
  }

  /** Many programs answer in the form of JSON:API; the type says that it is of HCP Terraform. */
  private static boolean isRecord(Node data) {
    List<Node> all = data.asSequence().map(Node.Sequence::items).orElse(List.of(data));
    return all.stream()
        .flatMap(one -> one.asMapping().stream())
        .flatMap(one -> one.get("type").flatMap(Node::asString).stream())
        .anyMatch(RECORDS::contains);
  }

  private static boolean isPlan(Node node) {
    RootMembers members = RootMembers.of(node);
    return members.has("format_version")
        && (members.has("planned_values") || members.has("resource_changes"));
  }

  /** What a document is of whose root some members were seen. */
  static Optional<Wrapper> of(RootMembers members) {
    return Arrays.stream(values()).filter(one -> one.root.test(members)).findFirst();
  }

  /** What a text is that is no document, though one may stand in it. */
  static Optional<Wrapper> ofText(SourceFile file) {
    if (file.length() > LONGEST) {
      return Optional.empty();
    }
    String all = file.text();
    return Arrays.stream(values())
        .filter(one -> one.text.isPresent() && one.isIn(all, file))
        .findFirst();
  }

  /** A document that begins where the text does is broken, and has no text before it. */
  private boolean isIn(String all, SourceFile file) {
    boolean isAround = this == TEXT_AROUND_A_PLAN || this == TEXT_AROUND_A_TEMPLATE;
    boolean beginsAtOnce =
        this == TEXT_AROUND_A_PLAN
            ? all.stripLeading().startsWith("{")
            : !YamlOutline.scan(file).texts().isEmpty() || Documents.looksLikeJson(file);
    return !(isAround && beginsAtOnce) && text.orElseThrow().matcher(all).find();
  }

  /** What there is to say of a file that is one; what was meant for us is never passed over. */
  Recognition said(SourceFile file) {
    return whose == Whose.OURS
        ? new Recognition.Broken(List.of(Unquoted.once(atStart(file))))
        : new Recognition.Other(atStart(file));
  }
}
