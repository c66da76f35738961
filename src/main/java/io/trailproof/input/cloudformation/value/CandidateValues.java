package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Moves choices outward: a list with one open member is one of several lists. */
final class CandidateValues {
  /** More ways than this and the parts stay open one by one. */
  private static final int MOST = 16;

  /** The quota of a whole template, in characters. */
  private static final int LONGEST_TEXT = 1_000_000;

  private static final int OPEN = 100;

  private CandidateValues() {}

  /** One of some values; equal ones count once, and one alone is no choice. */
  static Value of(List<Value> candidates, String why, Origin origin) {
    Map<String, Value> distinct = new LinkedHashMap<>();
    for (Value candidate : candidates) {
      if (candidate instanceof Value.Choice choice) {
        choice.candidates().forEach(each -> add(each, distinct));
      } else {
        add(candidate, distinct);
      }
    }
    return distinct.size() == 1
        ? distinct.values().iterator().next()
        : new Value.Choice(List.copyOf(distinct.values()), why, origin);
  }

  private static void add(Value value, Map<String, Value> distinct) {
    distinct.putIfAbsent(Equality.key(value).orElse("open " + distinct.size()), value);
  }

  /** Applies a function to a value, or to each candidate of a choice. */
  static Value map(Value value, Function<Value, Value> function) {
    if (value instanceof Value.Choice choice) {
      List<Value> results = choice.candidates().stream().map(function).toList();
      return of(results, choice.why(), choice.origin());
    }
    return function.apply(value);
  }

  /** A list; members that may be absent are left out where they are. */
  static Value list(List<Value> items, Origin origin) {
    return combine(items, way -> new Value.Items(present(way), origin), origin);
  }

  private static List<Value> present(List<Value> items) {
    List<Value> present = new ArrayList<>(items.size());
    for (Value item : items) {
      if (!item.isAbsent()) {
        present.add(item);
      }
    }
    return present;
  }

  /** Text put together of parts; what grows beyond all use is not written out. */
  static Value joined(List<Value> parts, Origin origin) {
    if (size(parts) > LONGEST_TEXT) {
      return new Value.Unknown("is longer than any text of a template", origin);
    }
    return combine(parts, way -> Value.joined(way, origin), origin);
  }

  private static Value combine(
      List<Value> parts, Function<List<Value>, Value> make, Origin origin) {
    Optional<String> why = Optional.empty();
    for (Value part : parts) {
      if (why.isEmpty() && part instanceof Value.Choice choice) {
        why = Optional.of(choice.why());
      }
    }
    if (why.isEmpty()) {
      return make.apply(parts);
    }
    List<List<Value>> ways = List.of(List.of());
    for (Value part : parts) {
      List<Value> candidates =
          part instanceof Value.Choice choice ? choice.candidates() : List.of(part);
      if (ways.size() * candidates.size() > MOST) {
        return make.apply(parts);
      }
      ways = extended(ways, candidates);
    }
    return of(ways.stream().map(make).toList(), why.get(), origin);
  }

  private static List<List<Value>> extended(List<List<Value>> ways, List<Value> candidates) {
    List<List<Value>> longer = new ArrayList<>();
    for (List<Value> way : ways) {
      for (Value candidate : candidates) {
        List<Value> next = new ArrayList<>(way);
        next.add(candidate);
        longer.add(next);
      }
    }
    return longer;
  }

  /** How long a text is; what is not known yet takes as much memory as some words. */
  private static long size(Value part) {
    return part instanceof Value.Template template
        ? size(template.parts())
        : part.asText().map(String::length).orElse(OPEN);
  }

  private static long size(List<Value> parts) {
    long all = 0;
    for (Value part : parts) {
      all += size(part);
    }
    return all;
  }
}
