package io.trailproof.trace;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what a trail records arrives in a log group (F15 to F23, F30 to F34). */
record Delivery(Surroundings around) {
  private static final String SERVICE = "cloudtrail.amazonaws.com";

  /** What becomes of a record on its way from a trail to a log group. */
  Sayings of(Resource trail, Resource group, Truth named) {
    Sayings said = around.of(group);
    said.unless(named, "whether the trail delivers to it cannot be told");
    arn(trail, group, said);
    around.apart(around.together(trail, group), "the trail", said);
    role(trail, group, said);
    groupClass(group, said);
    Value key = group.property("kmsKey");
    if (!key.isAbsent()) {
      said.unless(keyLets(key, group), "whether its key lets CloudWatch Logs in cannot be told");
    }
    if (said.passes().isYes()) {
      said.yes("the record arrives, as a rule within some five minutes");
    }
    return said;
  }

  /** The ARN of the log group has to end in a star (F19, F20). */
  private void arn(Resource trail, Resource group, Sayings said) {
    Value written = trail.property("logGroup"); // a reference ends as a first plan has it
    String text = around.written().text(written);
    List<Value> parts = written instanceof Value.Template one ? one.parts() : List.of(written);
    Value last = parts.get(parts.size() - 1);
    boolean isOpenEnd = last instanceof Value.Reference end && end.attribute().equals("arn");
    if (around.readings().isNoArn(written) || (!isOpenEnd && !endsInStar(last))) {
      said.no("the trail does not name it by an ARN that ends in `:*`, and the API refuses that");
    } else if (text.endsWith(":*:*")
        || (text.endsWith(":*")
            && trail.property("logGroup") instanceof Value.Template template
            && template.parts().get(0) instanceof Value.Reference reference
            && reference.target().equals(group.id())
            && group.dialect() == Dialect.CLOUDFORMATION)) {
      said.unknown("the trail names it by an ARN that ends in `:*` twice");
    }
  }

  private static boolean endsInStar(Value last) {
    boolean isTold = last.isKnown() || last instanceof Value.Reference;
    return !isTold || last.asText().filter(text -> text.endsWith(":*")).isPresent();
  }

  private void groupClass(Resource group, Sayings said) {
    Truth standard = around.readings().text(group, "class").is("STANDARD", "STANDARD");
    said.unless(
        standard,
        standard.isNo()
            ? "it is not of the standard class, the only one for metric filters"
            : "its class cannot be told, and only the standard one has metric filters");
  }

  private Truth keyLets(Value key, Resource group) {
    String region = around.written().text(group.place().region());
    Truth lets =
        new KeyAccess(around)
            .lets(
                key,
                "logs." + region + ".amazonaws.com",
                List.of(
                    "kms:Encrypt",
                    "kms:Decrypt",
                    "kms:ReEncryptFrom",
                    "kms:GenerateDataKey",
                    "kms:DescribeKey"),
                group);
    return lets.isNo() ? Truth.UNKNOWN : lets; // another spelling of the service may do
  }

  private void role(Resource trail, Resource group, Sayings said) {
    Value named = around.graph().resolve(trail.property("logRole"));
    if (named.isAbsent()) {
      said.no("the trail has no role that may write to it");
      return;
    }
    if (around.readings().isNoArn(trail.property("logRole"))) {
      said.no("the trail names its role by something else than an ARN, and the API refuses that");
      return;
    }
    Optional<Resource> role =
        around.graph().ofType("aws.iam.Role").stream()
            .filter(one -> around.graph().names(trail.property("logRole"), one).isYes())
            .findFirst();
    if (role.isEmpty()) {
      said.unknown("the role that the trail writes with is not in the input");
      return;
    }
    Truth there = around.of(role.get()).passes();
    said.unless(
        there.isNo() ? Truth.UNKNOWN : there, "whether the trail's role is there cannot be told");
    trust(role.get(), trail, said);
    grants(role.get(), group, said);
  }

  private void trust(Resource role, Resource trail, Sayings said) {
    Written written = around.written();
    Truth trusted =
        around
            .policies()
            .allows(
                List.of(role.property("trust")),
                new PlainPolicy.Call(
                    Optional.of(SERVICE),
                    "sts:AssumeRole",
                    Optional.empty(),
                    Map.of(
                        "aws:sourceaccount", written.text(trail.place().account()),
                        "aws:sourcearn", written.arn(trail))));
    said.unless(
        trusted,
        trusted.isNo()
            ? "the trail's role does not trust CloudTrail"
            : "whether the trail's role trusts CloudTrail cannot be told");
  }

  private void grants(Resource role, Resource group, Sayings said) {
    List<Value> documents = new ArrayList<>();
    boolean hidden = role.has("boundary");
    hidden |= !around.naming("aws.iam.ExclusiveRolePolicies", "role", role).isEmpty();
    hidden |= !around.naming("aws.iam.ExclusivePolicyAttachments", "role", role).isEmpty();
    hidden |= around.mayBeElsewhere(Optional.of(role), "aws.iam.RolePolicy").isPresent();
    for (String type : List.of("aws.iam.RolePolicy", "aws.iam.ManagedPolicy")) {
      hidden |= collect(around.naming(type, "roles", role), documents);
    }
    for (Map.Entry<Resource, Truth> one :
        around.naming("aws.iam.PolicyAttachment", "roles", role).entrySet()) {
      hidden |= !one.getValue().isYes() || !around.of(one.getKey()).passes().isYes();
      hidden |= managed(one.getKey().property("policy"), documents);
    }
    Value list = around.graph().property(role, "managedPolicies");
    for (Value one : list instanceof Value.Items items ? items.items() : List.<Value>of()) {
      hidden |= managed(one, documents);
    }
    hidden |= !list.isAbsent() && !(list instanceof Value.Items);
    boolean isPlanned = documents.stream().anyMatch(one -> isPlannedFor(one, group));
    documents.removeIf(one -> isPlannedFor(one, group));
    String arn = around.written().arn(group) + ":log-stream:" + around.written().fresh();
    Truth may = Truth.YES;
    for (String action : List.of("logs:CreateLogStream", "logs:PutLogEvents")) {
      may =
          may.and(
              around
                  .policies()
                  .allows(
                      documents,
                      new PlainPolicy.Call(Optional.empty(), action, Optional.of(arn), Map.of())));
    }
    if (isPlanned && !hidden && !denies(documents)) {
      said.yes("that the trail's role may write is taken as given: its policy is known only later");
      return;
    }
    said.unless(
        hidden ? Truth.UNKNOWN : may,
        may.isNo() && !hidden
            ? "no policy of the trail's role lets it write to the log group"
            : "whether the policies of the trail's role let it write cannot be told");
  }

  /** A first plan does not show a policy that holds an ARN, and names what it is made of. */
  private boolean isPlannedFor(Value document, Resource group) {
    return around.graph().resolve(document) instanceof Value.Unknown unknown
        && unknown.why().contains("`" + group.address() + ".arn`");
  }

  private boolean denies(List<Value> documents) {
    return documents.stream()
        .map(around.policies()::document)
        .anyMatch(one -> one == null || one.print().contains("Deny"));
  }

  /** Takes the documents of what certainly belongs to a role; true if there is more. */
  private boolean collect(Map<Resource, Truth> holders, List<Value> into) {
    boolean hidden = false;
    for (Map.Entry<Resource, Truth> one : holders.entrySet()) {
      if (around.readings().isArn(one.getKey().property("roles"))) {
        continue; // the API refuses it
      }
      hidden |= !one.getValue().isYes() || !around.of(one.getKey()).passes().isYes();
      into.add(one.getKey().property("policy"));
    }
    return hidden;
  }

  /** Takes the document of a managed policy of the input; true if it is not there. */
  private boolean managed(Value named, List<Value> into) {
    ResourceGraph graph = around.graph();
    for (Resource policy : graph.ofType("aws.iam.ManagedPolicy")) {
      if (graph.names(named, policy).isYes() && around.of(policy).passes().isYes()) {
        into.add(policy.property("policy"));
        return false;
      }
    }
    return true;
  }
}
