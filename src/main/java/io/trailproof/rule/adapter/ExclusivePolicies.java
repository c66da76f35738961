package io.trailproof.rule.adapter;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.function.Function;

/** The lists of a role's policies that take away what they do not name (F127). */
record ExclusivePolicies(ResourceGraph graph, Resource role) {
  private static final String INLINE = "aws.iam.ExclusiveRolePolicies";
  private static final String ATTACHED = "aws.iam.ExclusivePolicyAttachments";

  /** Whether an inline policy stays. */
  Truth keeps(Resource policy) {
    return keeps(INLINE, item -> graph.names(item, policy));
  }

  /** Whether a managed policy of the input stays attached. */
  Truth keepsAttached(Resource policy) {
    return keeps(ATTACHED, item -> graph.names(item, policy));
  }

  /** Whether a managed policy, given by its ARN, stays attached. */
  Truth keepsAttached(Value arn) {
    return keeps(ATTACHED, item -> graph.same(item, arn));
  }

  /** Why it is open whether one stays. */
  String why() {
    return "whether the list of the role's policies names it is known only later";
  }

  private Truth keeps(String type, Function<Value, Truth> names) {
    Truth all = Truth.YES;
    for (Map.Entry<Resource, Truth> one :
        ResourceIndex.of(graph).referrers(type, "role", role).entrySet()) {
      Truth listed = listed(one.getKey().property("policies"), names);
      all = all.and(one.getValue() == Truth.YES ? listed : listed.or(Truth.UNKNOWN));
    }
    return all;
  }

  private static Truth listed(Value list, Function<Value, Truth> names) {
    if (list.isAbsent()) {
      return Truth.NO;
    }
    return list instanceof Value.Items items
        ? items.items().stream().map(names).reduce(Truth.NO, Truth::or)
        : Truth.UNKNOWN;
  }
}
