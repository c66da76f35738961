package io.trailproof.input.cloudformation.value;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Fn::FindInMap}: a key that is not known stands for every row of the mapping. */
final class FindInMap {
  private final Call call;
  private final Evaluator evaluator;

  private FindInMap(Call call, Evaluator evaluator) {
    this.call = call;
    this.evaluator = evaluator;
  }

  static Value apply(Call call, Evaluator evaluator) {
    List<Node> arguments = call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
    if (arguments.size() < 3 || arguments.size() > 4) {
      return Evaluator.malformed(call);
    }
    return new FindInMap(call, evaluator).find(arguments);
  }

  private Value find(List<Node> arguments) {
    Value map = evaluator.text(arguments.get(0));
    Value first = evaluator.text(arguments.get(1));
    Value second = evaluator.text(arguments.get(2));
    Optional<Value> fallback =
        Optional.of(arguments)
            .filter(list -> list.size() == 4)
            .flatMap(list -> list.get(3).asMapping())
            .flatMap(options -> options.get("DefaultValue"))
            .map(evaluator::evaluate);
    Optional<String> name = map.asText();
    if (name.isEmpty()) {
      return evaluator.symbolic(call, map, first, second);
    }
    Optional<Node.Mapping> rows =
        evaluator
            .names()
            .template()
            .member("Mappings", name.get())
            .flatMap(member -> member.value().asMapping());
    if (rows.isEmpty()) {
      return missing(
          TemplateError.UNKNOWN_MAPPING.with(call.span(), Rendering.words(map)), fallback);
    }
    List<Value> found = new ArrayList<>();
    for (Node row : entries(rows.get(), first)) {
      row.asMapping()
          .map(columns -> entries(columns, second))
          .orElse(List.of())
          .forEach(entry -> found.add(evaluator.evaluate(entry)));
    }
    boolean open = !first.isKnown() || !second.isKnown();
    if (found.isEmpty() || (open && fallback.isPresent())) {
      fallback.ifPresent(found::add);
    }
    if (found.isEmpty()) {
      String entry = Rendering.words(first) + "." + Rendering.words(second);
      return missing(
          TemplateError.UNKNOWN_ENTRY.with(call.span(), Rendering.words(map), entry), fallback);
    }
    String why =
        "hangs on which entry of the mapping "
            + Rendering.quoted(Rendering.words(map))
            + " is taken for "
            + Rendering.quoted(Rendering.words(first.isKnown() ? second : first));
    return CandidateValues.of(found, why, call.origin());
  }

  private static List<Node> entries(Node.Mapping mapping, Value key) {
    return key.asText()
        .map(text -> mapping.get(text).stream().toList())
        .orElseGet(() -> mapping.members().stream().map(Node.Member::value).toList());
  }

  private Value missing(Diagnostic problem, Optional<Value> fallback) {
    if (fallback.isPresent()) {
      return fallback.get();
    }
    evaluator.names().hypothesis().report(problem);
    return Evaluator.unknown(call, "is looked up in a mapping that has no such entry");
  }
}
