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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of a graph as JSON, and in the words of the policy engine.
 *
 * <p>A hole carries the name of what it stands for, so that equal ones stay equal.
 */
public record JsonAdapter(ResourceGraph graph) {
  /** No pattern is nested deeper. */
  private static final int DEEPEST = 200;

  private static final Json.Hole REST = new Json.Hole("", "", Json.Shape.REST, "");

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
    return PolicyDocument.parse(json(value, PolicyText::template));
  }

  /** The value, with what is not known of it where it stands. */
  public Json json(Value value) {
    return json(value, PolicyText::json);
  }

  private Json json(Value value, Function<PolicyText, Json> written) {
    if (value instanceof Value.Template || isArn(value)) {
      return written.apply(text(value));
    }
    return graph
        .resolve(value)
        .match(
            new Value.Cases<>() {
              @Override
              public Json other(Value other) {
                return written.apply(text(other));
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
                return new Json.Arr(
                    list.items().stream().map(item -> json(item, written)).toList());
              }

              @Override
              public Json fields(Value.Fields object) {
                Map<String, Json> members = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> members.put(name, json(field, written)));
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
    if (value instanceof Value.Reference reference) {
      PolicyText named = reference(reference);
      if (!isPlanned(reference)) {
        return named;
      }
      // The text around a reference is lost in a plan: an ARN may be followed by something (F20),
      // and anything else may be a part of one.
      return reference.attribute().equals("arn")
          ? named.then(PolicyText.of(REST))
          : PolicyText.hole().then(named).then(PolicyText.hole());
    }
    return part(value);
  }

  private PolicyText part(Value value) {
    if (value instanceof Value.Template template) {
      return template.parts().stream().map(this::part).reduce(PolicyText.of(""), PolicyText::then);
    }
    if (value instanceof Value.Known known) {
      return PolicyText.of(known.text());
    }
    if (value instanceof Value.Symbol symbol) {
      return PolicyText.of(Holes.of(symbol));
    }
    return value instanceof Value.Reference reference ? reference(reference) : PolicyText.hole();
  }

  private boolean isArn(Value value) {
    return value instanceof Value.Reference reference
        && reference.attribute().equals("arn")
        && graph.find(reference.target()).isPresent();
  }

  private boolean isPlanned(Value.Reference reference) {
    return graph
        .find(reference.target())
        .filter(target -> target.dialect() == Dialect.TERRAFORM)
        .isPresent();
  }

  private PolicyText reference(Value.Reference reference) {
    Optional<Resource> target = graph.find(reference.target());
    if (target.isPresent() && isArn(reference)) {
      // F20: CloudFormation's ARN of a log group ends in a star, however much of it is known.
      boolean starred =
          target.get().type().equals("aws.logs.LogGroup")
              && target.get().dialect() == Dialect.CLOUDFORMATION;
      return starred ? arn(target.get()).then(":*") : arn(target.get());
    }
    Value resolved = graph.resolve(reference);
    if (!(resolved instanceof Value.Reference last)) {
      return target.isPresent() && reference.attribute().equals("name")
          ? name(target.get(), resolved)
          : part(resolved);
    }
    if (isArn(last)) {
      return reference(last);
    }
    return PolicyText.of(
        graph
            .find(last.target())
            .filter(one -> last.attribute().equals("name"))
            .map(Holes::name)
            .orElseGet(() -> Holes.of(last)));
  }

  private PolicyText name(Resource resource, Value name) {
    return name.asText()
        .map(text -> PolicyText.of(new Json.Filled(text, Holes.name(resource))))
        .orElseGet(() -> partOfName(resource, name));
  }

  /** What stands where a name does has the letters that such a name has. */
  private PolicyText partOfName(Resource resource, Value name) {
    return name instanceof Value.Template template
        ? template.parts().stream()
            .map(part -> partOfName(resource, name, part))
            .reduce(PolicyText.of(""), PolicyText::then)
        : partOfName(resource, name, name);
  }

  private PolicyText partOfName(Resource resource, Value name, Value part) {
    if (part instanceof Value.Symbol symbol) {
      return PolicyText.of(
          name instanceof Value.Symbol ? Holes.name(symbol, resource) : Holes.partOfName(symbol));
    }
    return part(part);
  }

  /** The ARN of a resource, a log group's without the star. */
  public PolicyText arn(Resource resource) {
    Value arn = resource.property("arn");
    if (arn instanceof Value.Reference) {
      Value known = graph.resolve(arn);
      return known instanceof Value.Reference reference
          ? PolicyText.of(Holes.of(reference))
          : part(known);
    }
    List<Value> parts = arn instanceof Value.Template template ? template.parts() : List.of(arn);
    Value last = parts.get(parts.size() - 1);
    PolicyText head = PolicyText.of("");
    for (Value part : parts.subList(0, parts.size() - 1)) {
      head = head.then(ofArn(resource, part, head));
    }
    Value name = graph.property(resource, "name");
    Optional<String> known = name.asText();
    Optional<String> end = last.asText();
    if (known.isEmpty() || end.isEmpty() || !end.get().endsWith(known.get())) {
      return head.then(ofArn(resource, last, head));
    }
    String before = end.get().substring(0, end.get().length() - known.get().length());
    return head.then(before).then(name(resource, name));
  }

  private PolicyText ofArn(Resource resource, Value part, PolicyText before) {
    if (part instanceof Value.Symbol symbol && Holes.isInName(before.toString())) {
      return partOfName(resource, graph.property(resource, "name"), symbol);
    }
    return part instanceof Value.Unknown
        ? PolicyText.of(Holes.ofArn(resource, before.toString()))
        : part(part);
  }

  /** The Region of a resource. */
  public PolicyText region(Resource resource) {
    return part(graph.resolve(resource.place().region()));
  }

  /** The account of a resource. */
  public PolicyText account(Resource resource) {
    return part(resource.place().account());
  }
}
