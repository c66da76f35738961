package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;

/** Everything that says what a role may do, as far as the input holds it (F22). */
public final class RolePolicies {
  private RolePolicies() {}

  public static List<PolicyDocument> of(ResourceGraph graph, Resource role) {
    JsonAdapter values = new JsonAdapter(graph);
    List<PolicyDocument> documents = new ArrayList<>();
    ResourceIndex.of(graph)
        .referrers("aws.iam.RolePolicy", "roles", role)
        .forEach(
            (policy, named) ->
                documents.add(
                    named == Truth.YES
                        ? values.policy(policy.property("policy"))
                        : PolicyDocument.unseen("perhaps attached", true)));
    ResourceIndex.of(graph)
        .referrers("aws.iam.ManagedPolicy", "roles", role)
        .forEach((policy, named) -> documents.add(values.policy(policy.property("policy"))));
    ResourceIndex.of(graph)
        .referrers("aws.iam.PolicyAttachment", "roles", role)
        .forEach(
            (attachment, named) -> documents.add(managed(graph, attachment.property("policy"))));
    Value attached = role.property("managedPolicies");
    if (attached instanceof Value.Items items) {
      items.items().forEach(item -> documents.add(managed(graph, item)));
    } else if (!attached.isAbsent()) {
      documents.add(PolicyDocument.unseen("known only later", true));
    }
    return documents;
  }

  /** The document of a managed policy, named by its ARN. */
  public static PolicyDocument managed(ResourceGraph graph, Value arn) {
    return ResourceIndex.of(graph).named("aws.iam.ManagedPolicy", arn).stream()
        .map(policy -> new JsonAdapter(graph).policy(policy.property("policy")))
        .findFirst()
        .orElseGet(() -> PolicyDocument.unseen("not in this input", true));
  }
}
