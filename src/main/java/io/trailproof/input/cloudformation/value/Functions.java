package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every function of the template language that makes a value, by its long name. */
final class Functions {
  private static final Map<String, IntrinsicFunction> BY_NAME =
      Map.ofEntries(
          Map.entry("Ref", Functions::ref),
          Map.entry("Fn::GetAtt", Functions::getAtt),
          Map.entry("Fn::Sub", TextFunctions::sub),
          Map.entry("Fn::Join", TextFunctions::join),
          Map.entry("Fn::Base64", Functions::outside),
          Map.entry("Fn::ToJsonString", TextFunctions::toJsonString),
          Map.entry("Fn::Select", ListFunctions::select),
          Map.entry("Fn::Split", ListFunctions::split),
          Map.entry("Fn::Length", ListFunctions::length),
          Map.entry("Fn::GetAZs", Functions::outside),
          Map.entry("Fn::Cidr", Functions::outside),
          Map.entry("Fn::FindInMap", FindInMap::apply),
          Map.entry("Fn::If", Functions::choose),
          Map.entry("Condition", Functions::flag),
          Map.entry("Fn::And", Functions::flag),
          Map.entry("Fn::Or", Functions::flag),
          Map.entry("Fn::Not", Functions::flag),
          Map.entry("Fn::Equals", Functions::flag),
          Map.entry("Fn::ImportValue", Functions::importValue),
          Map.entry("Fn::GetStackOutput", Functions::outside),
          Map.entry("Fn::Transform", Functions::transform));

  private Functions() {}

  /** The function of a name; null if there is none. */
  static @Nullable IntrinsicFunction named(String name) {
    return BY_NAME.get(name);
  }

  /** One function of the template language. */
  @FunctionalInterface
  interface IntrinsicFunction {
    /** What a call stands for; never throws, whatever its argument is. */
    Value apply(Call call, Evaluator evaluator);
  }

  private static Value ref(Call call, Evaluator evaluator) {
    Value name = evaluator.text(call.argument());
    Optional<String> text = name.asText().filter(any -> !name.isSensitive());
    return text.isPresent()
        ? evaluator.names().ref(text.get().strip(), call.origin())
        : evaluator.symbolic(call, name);
  }

  /** {@code [id, attribute]}, or {@code id.attribute} cut at the first dot. */
  private static Value getAtt(Call call, Evaluator evaluator) {
    List<Node> list = call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
    if (list.size() < 2) {
      Optional<Node.Scalar> dotted = call.argument().asScalar();
      return dotted.isPresent() && dotted.get().text().indexOf('.') > 0
          ? valueOf(dotted.get().text().strip(), call.origin(), evaluator)
          : Evaluator.malformed(call);
    }
    StringBuilder attribute = new StringBuilder();
    for (Node node : list.subList(1, list.size())) {
      Value step = evaluator.text(node);
      Optional<String> part = step.asText().filter(any -> !step.isSensitive());
      if (part.isEmpty()) {
        return evaluator.symbolic(call, evaluator.text(list.get(0)), step);
      }
      attribute.append(attribute.length() == 0 ? "" : ".").append(part.get());
    }
    Value resource = evaluator.text(list.get(0));
    Optional<String> id = resource.asText().filter(any -> !resource.isSensitive());
    return id.isPresent()
        ? evaluator.names().getAtt(id.get().strip(), attribute.toString().strip(), call.origin())
        : Evaluator.malformed(call);
  }

  /** {@code X} as a {@code Ref}, {@code X.Y} as an {@code Fn::GetAtt}. */
  static Value valueOf(String name, Origin origin, Evaluator evaluator) {
    int dot = name.indexOf('.');
    return dot < 0
        ? evaluator.names().ref(name, origin)
        : evaluator.names().getAtt(name.substring(0, dot), name.substring(dot + 1), origin);
  }

  /** {@code Fn::If}; while its condition is open, it may be either. */
  private static Value choose(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.arguments(3);
    Optional<String> name =
        arguments.flatMap(list -> list.get(0).asScalar()).map(scalar -> scalar.text().strip());
    if (arguments.isEmpty() || name.isEmpty()) {
      return Evaluator.malformed(call);
    }
    Node yes = arguments.get().get(1);
    Node no = arguments.get().get(2);
    ConditionTruth truth = evaluator.names().conditions().named(name.get());
    return switch (truth.truth()) {
      case YES -> evaluator.evaluate(yes);
      case NO -> evaluator.evaluate(no);
      case UNKNOWN ->
          CandidateValues.of(
              List.of(evaluator.evaluate(yes), evaluator.evaluate(no)),
              NamedConditions.why(name.get(), truth),
              call.origin());
    };
  }

  /** A function of conditions where a value is wanted. */
  private static Value flag(Call call, Evaluator evaluator) {
    ConditionTruth truth = evaluator.names().conditions().call(call);
    return truth.isUndecided()
        ? Evaluator.unknown(call, "hangs on " + truth.hangsOn())
        : Value.flag(truth.holds(), call.origin());
  }

  /** The export of another stack of the deployment, or a symbol of its name. */
  private static Value importValue(Call call, Evaluator evaluator) {
    Value name = evaluator.text(call.argument());
    return CandidateValues.map(
        name,
        one -> {
          Optional<Value> exported = evaluator.names().hypothesis().exports().get(one);
          if (exported.isPresent()) {
            return exported.get();
          }
          return one.isKnown()
              ? imported(one.asText().orElseThrow(), Evaluator.origin(call, one))
              : evaluator.symbolic(call, one);
        });
  }

  /** Names that differ far behind are other names, though as much of them is not shown. */
  private static Value imported(String name, Origin origin) {
    return Rendering.symbol("import " + Rendering.line(name), name, origin);
  }

  /** A function whose result only the service knows. */
  private static Value outside(Call call, Evaluator evaluator) {
    return evaluator.symbolic(call, evaluator.evaluate(call.argument()));
  }

  /** A macro may make anything of what it is given. */
  private static Value transform(Call call, Evaluator evaluator) {
    return Evaluator.unknown(call, "is made by a macro that the template does not hold");
  }
}
