package io.trailproof.rule;

import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;

/**
 * The part of a text, list or map that keeps the whole from being known, or from being compared.
 */
public final class OpenPart {
  private OpenPart() {}

  /**
   * What is left of a text once the parts that it begins and ends with as another one does are
   * taken away: what keeps the two from being told the same. The text itself, if nothing is left.
   */
  public static Value apart(ResourceGraph graph, Value value, Value other) {
    Value text = graph.resolve(value);
    List<Value> mine = parts(text);
    List<Value> theirs = parts(graph.resolve(other));
    int start = 0;
    int most = Math.min(mine.size(), theirs.size());
    while (start < most && same(graph, mine.get(start), theirs.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && same(graph, mine.get(mine.size() - 1 - end), theirs.get(theirs.size() - 1 - end))) {
      end++;
    }
    List<Value> left = mine.subList(start, mine.size() - end);
    return left.isEmpty() || left.size() == mine.size()
        ? text
        : new Value.Template(left, text.origin());
  }

  private static boolean same(ResourceGraph graph, Value a, Value b) {
    return graph.same(a, b) == Truth.YES;
  }

  private static List<Value> parts(Value value) {
    return value instanceof Value.Template template ? template.parts() : List.of(value);
  }

  /** The first part that is not known; empty if there is none. */
  public static Optional<Value> of(Value value) {
    return value.match(
        new Value.Cases<Optional<Value>>() {
          @Override
          public Optional<Value> other(Value other) {
            return Optional.empty();
          }

          @Override
          public Optional<Value> symbol(Value.Symbol symbol) {
            return Optional.of(symbol);
          }

          @Override
          public Optional<Value> unknown(Value.Unknown unknown) {
            return Optional.of(unknown);
          }

          @Override
          public Optional<Value> choice(Value.Choice choice) {
            return Optional.of(choice);
          }

          @Override
          public Optional<Value> template(Value.Template template) {
            return first(template.parts()).or(() -> firstHole(template.parts()));
          }

          @Override
          public Optional<Value> items(Value.Items items) {
            return first(items.items());
          }

          @Override
          public Optional<Value> fields(Value.Fields fields) {
            return first(List.copyOf(fields.fields().values()));
          }

          /** A hole that stands for the attribute of a resource keeps a text open as well. */
          private Optional<Value> firstHole(List<Value> parts) {
            return parts.stream().filter(part -> !part.isKnown()).findFirst();
          }

          private Optional<Value> first(List<Value> parts) {
            return parts.stream().map(OpenPart::of).flatMap(Optional::stream).findFirst();
          }
        });
  }
}
