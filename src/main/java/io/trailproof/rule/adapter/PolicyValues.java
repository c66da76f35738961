package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyNode;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values of a graph, in the words of the policy engine. */
public final class PolicyValues {
  private final ResourceGraph graph;

  public PolicyValues(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The policy document that a property holds. */
  public PolicyDocument document(Value value) {
    Value resolved = graph.resolve(value);
    if (resolved instanceof Value.Unknown unknown) {
      return PolicyDocument.unseen(unknown.why(), true);
    }
    return PolicyDocument.parse(node(resolved));
  }

  private PolicyNode node(Value value) {
    return graph
        .resolve(value)
        .match(
            new Value.Cases<>() {
              @Override
              public PolicyNode other(Value other) {
                return new PolicyNode.Text(text(other));
              }

              @Override
              public PolicyNode known(Value.Known known) {
                return known.value() instanceof Boolean flag
                    ? new PolicyNode.Flag(flag)
                    : PolicyNode.text(known.text());
              }

              @Override
              public PolicyNode items(Value.Items list) {
                return new PolicyNode.Items(
                    list.items().stream().map(PolicyValues.this::node).toList());
              }

              @Override
              public PolicyNode fields(Value.Fields object) {
                Map<String, PolicyNode> members = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> members.put(name, node(field)));
                return new PolicyNode.Fields(members);
              }

              @Override
              public PolicyNode choice(Value.Choice choice) {
                return new PolicyNode.Unknown(choice.why());
              }

              @Override
              public PolicyNode unknown(Value.Unknown unknown) {
                return new PolicyNode.Unknown(unknown.why());
              }

              @Override
              public PolicyNode absent(Value.Absent absent) {
                return new PolicyNode.Items(java.util.List.of());
              }
            });
  }

  /** A text whose holes carry the name of what they stand for, so that equal ones stay equal. */
  public PolicyText text(Value value) {
    Value resolved = graph.resolve(value);
    if (resolved instanceof Value.Template template) {
      PolicyText text = PolicyText.of("");
      for (Value part : template.parts()) {
        text = text.then(text(part));
      }
      return text;
    }
    if (resolved instanceof Value.Known known) {
      return PolicyText.of(known.text());
    }
    if (resolved instanceof Value.Symbol symbol) {
      return PolicyText.hole(symbol.scope() + " " + symbol.name());
    }
    if (resolved instanceof Value.Reference reference) {
      return reference(reference);
    }
    return PolicyText.hole();
  }

  private PolicyText reference(Value.Reference reference) {
    Optional<Resource> target = graph.find(reference.target());
    if (target.isPresent() && reference.attribute().equals("arn")) {
      boolean isGroup = target.get().type().equals("aws.logs.LogGroup");
      PolicyText arn = arn(target.get());
      if (!isGroup) {
        return arn;
      }
      // F20: CloudFormation's ARN of a log group ends in a star; in Terraform's plans the text
      // around a reference is lost, and there nearly always is one.
      return target.get().dialect() == Dialect.CLOUDFORMATION
          ? arn.then(":*")
          : arn.then(PolicyText.hole());
    }
    return PolicyText.hole(
        reference.target().input() + " " + reference.target() + "." + reference.attribute());
  }

  /** The ARN of a resource, a log group's without the star. */
  public PolicyText arn(Resource resource) {
    Value arn = resource.property("arn");
    Value known = arn instanceof Value.Reference ? graph.resolve(arn) : arn;
    return known instanceof Value.Reference ? PolicyText.hole() : text(known);
  }

  /** The account of a resource. */
  public PolicyText account(Resource resource) {
    return text(resource.place().account());
  }
}
