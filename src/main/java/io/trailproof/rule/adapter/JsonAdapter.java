package io.trailproof.rule.adapter;

import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a graph as JSON, and in the words of the policy engine.
 *
 * <p>A hole carries the name of what it stands for, so that equal ones stay equal.
 */
public record JsonAdapter(ResourceGraph graph) {
  /** No pattern is nested deeper. */
  private static final int DEEPEST = 200;

  /** The JSON that a property holds, as text or as an object; empty if the text is no JSON. */
  public Optional<Json> document(Value value) {
    Value resolved = graph.resolve(value);
    return resolved
        .asText()
        .map(text -> Optional.ofNullable(Json.read(text, DEEPEST).value()))
        .orElseGet(() -> Optional.of(json(resolved)));
  }

  /** The policy document that a property holds. */
  public PolicyDocument policy(Value value) {
    return PolicyDocument.parse(json(value));
  }

  /** The value, with what is not known of it where it stands. */
  public Json json(Value value) {
    return graph
        .resolve(value)
        .match(
            new Value.Cases<>() {
              @Override
              public Json other(Value other) {
                return text(other).json();
              }

              @Override
              public Json known(Value.Known known) {
                if (known.value() instanceof Boolean flag) {
                  return new Json.Bool(flag);
                }
                return known.value() instanceof BigDecimal
                    ? new Json.Num(known.text())
                    : new Json.Str(known.text());
              }

              @Override
              public Json items(Value.Items list) {
                return new Json.Arr(list.items().stream().map(JsonAdapter.this::json).toList());
              }

              @Override
              public Json fields(Value.Fields object) {
                Map<String, Json> members = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> members.put(name, json(field)));
                return new Json.Obj(members);
              }

              @Override
              public Json choice(Value.Choice choice) {
                return new Json.Unknown(choice.why());
              }

              @Override
              public Json unknown(Value.Unknown unknown) {
                return new Json.Unknown(unknown.why());
              }

              @Override
              public Json absent(Value.Absent absent) {
                return Json.Null.NULL;
              }
            });
  }

  /** The text that a thing certainly has, whoever sets it: open if the input does not show it. */
  public Json given(Value value) {
    return graph
        .resolve(value)
        .asText()
        .<Json>map(Json.Str::new)
        .orElseGet(() -> new Json.Unknown("not in this input"));
  }

  /** The value as a text. */
  public PolicyText text(Value value) {
    Value resolved = graph.resolve(value);
    if (resolved instanceof Value.Template template) {
      return template.parts().stream().map(this::text).reduce(PolicyText.of(""), PolicyText::then);
    }
    if (resolved instanceof Value.Known known) {
      return PolicyText.of(known.text());
    }
    if (resolved instanceof Value.Symbol symbol) {
      return PolicyText.hole(symbol.scope() + " " + symbol.name());
    }
    return resolved instanceof Value.Reference reference ? reference(reference) : PolicyText.hole();
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
