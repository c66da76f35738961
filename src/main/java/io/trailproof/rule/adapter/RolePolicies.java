package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.ManagedPolicies;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything that says what a role may do, as far as the input holds it (F22). */
public final class RolePolicies {
  /** What gives a role a policy. */
  private static final List<String> HOLDERS =
      List.of("aws.iam.RolePolicy", "aws.iam.ManagedPolicy", "aws.iam.PolicyAttachment");

  /** So many open policies are told apart. */
  private static final int MOST_OPEN = 4;

  private static final String MANAGED = "aws.iam.ManagedPolicy";

  private RolePolicies() {}

  /**
   * What the policies of a role may come to.
   *
   * @param why what is open about it, in the words of a judgement
   */
  public record Way(List<PolicyDocument> documents, String why) {}

  /** Every way in which the policies can turn out: some may be gone, or written over. */
  public static List<Way> ways(ResourceGraph graph, Resource role) {
    ExclusivePolicies lists = new ExclusivePolicies(graph, role);
    List<Way> ways = List.of(new Way(List.of(), ""));
    int open = 0;
    for (String type : HOLDERS) {
      for (Map.Entry<Resource, Truth> one :
          ResourceIndex.of(graph).referrers(type, "roles", role).entrySet()) {
        Resource holder = one.getKey();
        Value value = holder.property("policy");
        Truth kept = kept(lists, type, holder);
        if (kept == Truth.NO || (type.equals(MANAGED) && !isShown(holder))) {
          continue;
        }
        Optional<Fate> fate = graph.fate(holder);
        boolean named = one.getValue() == Truth.YES;
        if (kept == Truth.UNKNOWN && open++ < MOST_OPEN) {
          PolicyDocument document = document(graph, type, value);
          ways = with(ways, List.of(List.of(document), List.of()), lists.why());
        } else if (fate.isPresent() && open++ < MOST_OPEN) {
          PolicyDocument document = document(graph, type, value);
          ways = with(ways, List.of(List.of(document), List.of()), fate.get().why());
        } else if (!named) {
          PolicyDocument perhaps = PolicyDocument.elsewhere("perhaps attached");
          ways = with(ways, List.of(List.of(perhaps)), "");
        } else if (value instanceof Value.Choice choice && open++ < MOST_OPEN) {
          ways =
              with(
                  ways,
                  choice.candidates().stream()
                      .map(each -> List.of(document(graph, type, each)))
                      .toList(),
                  "`policy` of `" + holder.address() + "` " + choice.why());
        } else {
          ways = with(ways, List.of(List.of(document(graph, type, value))), "");
        }
      }
    }
    List<PolicyDocument> others = ofRole(graph, role, lists);
    if (role.existence().mayHaveRelationsElsewhere()
        && (!others.isEmpty() || ways.stream().anyMatch(way -> !way.documents().isEmpty()))) {
      others.add(PolicyDocument.elsewhere("perhaps attached elsewhere"));
    }
    return with(ways, List.of(others), "");
  }

  /** The resources that certainly give a role a policy, by naming it. */
  public static List<Resource> holders(ResourceGraph graph, Resource role) {
    return HOLDERS.stream()
        .flatMap(type -> ResourceIndex.of(graph).referrers(type, "roles", role).entrySet().stream())
        .filter(one -> one.getValue() == Truth.YES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Truth kept(ExclusivePolicies lists, String type, Resource holder) {
    if (type.equals("aws.iam.PolicyAttachment")) {
      return lists.keepsAttached(holder.property("policy"));
    }
    return type.equals(MANAGED) ? lists.keepsAttached(holder) : lists.keeps(holder);
  }

  private static PolicyDocument document(ResourceGraph graph, String type, Value policy) {
    return type.equals("aws.iam.PolicyAttachment")
        ? attached(graph, policy)
        : new JsonAdapter(graph).policy(policy);
  }

  /** Each way with each of some possibilities beside what it has. */
  private static List<Way> with(
      List<Way> ways, List<List<PolicyDocument>> possibilities, String why) {
    List<Way> longer = new ArrayList<>();
    for (List<PolicyDocument> possible : possibilities) {
      for (Way way : ways) {
        List<PolicyDocument> documents = new ArrayList<>(way.documents());
        documents.addAll(possible);
        longer.add(new Way(documents, why.isEmpty() ? way.why() : why));
      }
    }
    return longer;
  }

  private static List<PolicyDocument> ofRole(
      ResourceGraph graph, Resource role, ExclusivePolicies lists) {
    List<PolicyDocument> documents = new ArrayList<>();
    Value attached = role.property("managedPolicies");
    if (attached instanceof Value.Items items) {
      for (Value arn : items.items()) {
        add(lists.keepsAttached(arn), attached(graph, arn), documents);
      }
    } else if (!attached.isAbsent()) {
      documents.add(PolicyDocument.unseen("known only later", true));
    }
    return documents;
  }

  private static void add(Truth kept, PolicyDocument document, List<PolicyDocument> documents) {
    if (kept != Truth.NO) {
      documents.add(
          kept == Truth.YES ? document : PolicyDocument.elsewhere("perhaps taken away again"));
    }
  }

  /** Whether an input shows a policy, or will make it, and does not just name it. */
  private static boolean isShown(Resource policy) {
    Value document = policy.property("policy");
    return policy.existence() == Existence.MANAGED
        || !(document.isAbsent() || document instanceof Value.Unknown);
  }

  private static PolicyDocument attached(ResourceGraph graph, Value arn) {
    return document(graph, arn, ManagedPolicies::attached);
  }

  /** The document of a permissions boundary, named by its ARN (F128). */
  public static PolicyDocument boundary(ResourceGraph graph, Value arn) {
    return document(graph, arn, ManagedPolicies::named);
  }

  private static PolicyDocument document(
      ResourceGraph graph, Value arn, Function<PolicyText, Optional<PolicyDocument>> known) {
    JsonAdapter values = new JsonAdapter(graph);
    return ResourceIndex.of(graph).named("aws.iam.ManagedPolicy", arn).stream()
        .filter(RolePolicies::isShown)
        .findFirst()
        .map(policy -> values.policy(policy.property("policy")))
        .or(() -> known.apply(values.text(arn)))
        .orElseGet(() -> PolicyDocument.elsewhere("not in this input"));
  }
}
