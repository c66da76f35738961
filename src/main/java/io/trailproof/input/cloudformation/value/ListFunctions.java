package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions that make lists and take them apart. */
final class ListFunctions {
  /** Pseudo parameters whose text holds no delimiter that anyone splits at. */
  private static final Set<String> SIMPLE =
      Set.of("AWS::Region", "AWS::AccountId", "AWS::Partition");

  /** What no ARN of a plainly named resource holds, and lists are put together with. */
  private static final Set<String> BETWEEN_ARNS = Set.of(",", ";", "|", " ");

  /** What ARNs are taken apart at; a log group's ends in the longer one (F20). */
  private static final Set<String> OF_ARNS = Set.of(":", ":*");

  private ListFunctions() {}

  static Value select(Call call, Evaluator evaluator) {
    Optional<List<Node>> pair = call.arguments(2);
    if (pair.isEmpty()) {
      return Evaluator.malformed(call);
    }
    Value index = evaluator.text(pair.get().get(0));
    Value list = evaluator.evaluate(pair.get().get(1));
    return CandidateValues.map(list, one -> selected(call, index, one, evaluator));
  }

  private static Value selected(Call call, Value index, Value list, Evaluator evaluator) {
    if (!(list instanceof Value.Items items) || !index.isKnown()) {
      return evaluator.symbolic(call, index, list);
    }
    int at = index(index.asText().orElse(""));
    return at >= 0 && at < items.items().size()
        ? items.items().get(at)
        : Evaluator.unknown(call, "is made by an `Fn::Select` beyond the end of its list");
  }

  private static int index(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static Value split(Call call, Evaluator evaluator) {
    Optional<List<Node>> pair = call.arguments(2);
    if (pair.isEmpty()) {
      return Evaluator.malformed(call);
    }
    Value delimiter = evaluator.text(pair.get().get(0));
    Value text = evaluator.text(pair.get().get(1));
    return CandidateValues.map(text, one -> split(call, delimiter, one, evaluator));
  }

  private static Value split(Call call, Value delimiter, Value text, Evaluator evaluator) {
    String at = delimiter.asText().orElse("");
    Optional<List<Value>> arn =
        OF_ARNS.contains(at) ? evaluator.names().arnParts(text) : Optional.empty();
    List<Value> parts =
        arn.orElse(text instanceof Value.Template template ? template.parts() : List.of(text));
    if (at.isEmpty()
        || !parts.stream()
            .allMatch(
                part ->
                    holdsNone(part, arn.isPresent())
                        || (BETWEEN_ARNS.contains(at)
                            && evaluator.names().arnParts(part).isPresent()))) {
      return evaluator.symbolic(call, delimiter, text);
    }
    List<List<Value>> pieces = new ArrayList<>();
    pieces.add(new ArrayList<>());
    for (Value part : parts) {
      Optional<String> known = part.asText();
      if (known.isEmpty()) {
        pieces.get(pieces.size() - 1).add(part);
        continue;
      }
      String written = known.get();
      int from = 0;
      for (int cut = written.indexOf(at); cut >= 0; cut = written.indexOf(at, from)) {
        pieces.get(pieces.size() - 1).add(Value.text(written.substring(from, cut), part.origin()));
        pieces.add(new ArrayList<>());
        from = cut + at.length();
      }
      pieces.get(pieces.size() - 1).add(Value.text(written.substring(from), part.origin()));
    }
    return new Value.Items(
        pieces.stream().map(piece -> Value.joined(piece, call.origin())).toList(), call.origin());
  }

  private static boolean holdsNone(Value part, boolean ofArn) {
    return part.isKnown()
        || (ofArn && isName(part))
        || (part instanceof Value.Symbol symbol && SIMPLE.contains(symbol.name()));
  }

  /** True if a part of an ARN holds no colon. */
  private static boolean isName(Value part) {
    return part instanceof Value.Reference reference && reference.attribute().equals("name");
  }

  static Value length(Call call, Evaluator evaluator) {
    Value list = evaluator.evaluate(call.argument());
    return CandidateValues.map(
        list,
        one ->
            one instanceof Value.Items items
                ? Value.number(
                    BigDecimal.valueOf(items.items().size()), Evaluator.origin(call, one))
                : evaluator.symbolic(call, one));
  }
}
