package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON pattern as benchmarks read it: alternatives, each of which asks for one event name, or for
 * none, and for other terms beside it.
 *
 * <p>Spelling is gone: order, parentheses, blanks and quotes of a pattern do not show here.
 */
public record Alternatives(List<Alternative> all) {
  /** More are no pattern of a benchmark, which lists names and little else. */
  private static final int MOST = 1_000;

  private static final String NAME = "$.eventName";

  public Alternatives {
    all = List.copyOf(all);
  }

  /**
   * One alternative.
   *
   * @param name the event name that it asks for; empty if it asks for none, or for several at once
   * @param others its other terms, as they are printed without blanks
   */
  public record Alternative(Optional<String> name, Set<String> others) {
    private Alternative and(Alternative other) {
      Set<String> both = new LinkedHashSet<>(others);
      both.addAll(other.others);
      if (name.isPresent() && other.name.isPresent() && !name.equals(other.name)) {
        both.add(NAME + "=" + name.get());
        both.add(NAME + "=" + other.name.get());
        return new Alternative(Optional.empty(), both);
      }
      return new Alternative(name.or(() -> other.name), both);
    }
  }

  /** Those of a pattern; empty if it is not of the kind that benchmarks prescribe. */
  public static Optional<Alternatives> of(FilterPattern pattern) {
    return pattern instanceof JsonPattern json
        ? of(json.expression()).map(Alternatives::new)
        : Optional.empty();
  }

  /** The event names, in the order of the text. */
  public List<String> names() {
    return all.stream().flatMap(one -> one.name().stream()).distinct().toList();
  }

  /** The alternatives that ask for an event name. */
  public Stream<Alternative> of(String name) {
    return all.stream().filter(one -> one.name().filter(name::equals).isPresent());
  }

  private static Optional<List<Alternative>> of(JsonExpression expression) {
    return expression.match(
        Alternatives::ofOr, Alternatives::ofAnd, Alternatives::ofTest, empty -> Optional.empty());
  }

  private static Optional<List<Alternative>> ofOr(JsonExpression.Or or) {
    List<Alternative> all = new ArrayList<>();
    for (JsonExpression one : or.alternatives()) {
      Optional<List<Alternative>> more = of(one);
      if (more.isEmpty()) {
        return more;
      }
      all.addAll(more.get());
    }
    return few(all);
  }

  private static Optional<List<Alternative>> ofAnd(JsonExpression.And and) {
    List<Alternative> all = List.of(new Alternative(Optional.empty(), Set.of()));
    for (JsonExpression one : and.conditions()) {
      Optional<List<Alternative>> more = of(one);
      if (more.isEmpty() || (long) all.size() * more.get().size() > MOST) {
        return Optional.empty();
      }
      List<Alternative> joined = new ArrayList<>();
      all.forEach(first -> more.get().forEach(second -> joined.add(first.and(second))));
      all = joined;
    }
    return few(all);
  }

  private static Optional<List<Alternative>> ofTest(JsonExpression.Test test) {
    Optional<String> name =
        test.selector().print().equals(NAME) ? test.constant() : Optional.empty();
    Set<String> others = name.isPresent() ? Set.of() : Set.of(test.print());
    return Optional.of(List.of(new Alternative(name, others)));
  }

  private static Optional<List<Alternative>> few(List<Alternative> all) {
    return all.size() > MOST ? Optional.empty() : Optional.of(all);
  }
}
