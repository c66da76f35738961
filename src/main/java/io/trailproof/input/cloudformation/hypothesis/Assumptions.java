package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a hypothesis takes for granted; the hypothesis without assumptions is the template as it
 * stands.
 */
public record Assumptions(List<Clause> taken) {
  public static final Assumptions NONE = new Assumptions(List.of());

  public Assumptions {
    taken = List.copyOf(taken);
  }

  Assumptions with(Clause assumption) {
    List<Clause> more = new ArrayList<>(taken);
    more.add(assumption);
    return new Assumptions(more);
  }

  /** The text a symbol has in this hypothesis, if it is settled. */
  Optional<String> text(Value.Symbol symbol) {
    return taken.stream()
        .filter(Clause.Is.class::isInstance)
        .map(Clause.Is.class::cast)
        .filter(is -> Equality.of(is.symbol(), symbol).isYes())
        .map(Clause.Is::text)
        .findFirst();
  }

  /** True if a symbol certainly has another text in this hypothesis. */
  boolean excludes(Value.Symbol symbol, String text) {
    return taken.stream()
        .filter(Clause.IsNot.class::isInstance)
        .map(Clause.IsNot.class::cast)
        .anyMatch(not -> not.text().equals(text) && Equality.of(not.symbol(), symbol).isYes());
  }

  /**
   * Whether two values are the same in this hypothesis, if that follows from what was assumed: what
   * equals one text does not equal another.
   */
  Optional<Boolean> same(Value left, Value right) {
    Optional<Boolean> answer = Optional.empty();
    for (Clause assumption : taken) {
      if (assumption instanceof Clause.Equal equal && Equality.of(equal.left(), left).isYes()) {
        if (Equality.of(equal.right(), right).isYes()) {
          return Optional.of(equal.same());
        }
        if (equal.same() && equal.right().isKnown() && right.isKnown()) {
          answer = Optional.of(false);
        }
      }
    }
    return answer;
  }

  /** All of them in one line. */
  List<Hypothesis.Answer> answers() {
    return taken.stream()
        .map(
            assumption ->
                new Hypothesis.Answer(
                    assumption.question(), assumption.words(), assumption.settledBy()))
        .toList();
  }

  /**
   * One thing taken for granted in a hypothesis; sealed, since only these decide an {@code
   * Fn::Equals}.
   */
  public sealed interface Clause {
    /** What is taken for granted, in the user's words. */
    String words();

    /** What it answers, the same for either answer. */
    String question();

    /** An option that would tell, if there is one. */
    default Optional<String> settledBy() {
      return Optional.empty();
    }

    /** A symbol has this text. */
    record Is(Value.Symbol symbol, String text) implements Clause {
      @Override
      public Optional<String> settledBy() {
        return Rendering.settledBy(symbol);
      }

      @Override
      public String words() {
        return Rendering.subject(symbol) + " is " + Rendering.quoted(text);
      }

      @Override
      public String question() {
        return words();
      }
    }

    /** A symbol has some other text. */
    record IsNot(Value.Symbol symbol, String text) implements Clause {
      @Override
      public Optional<String> settledBy() {
        return Rendering.settledBy(symbol);
      }

      @Override
      public String words() {
        return Rendering.subject(symbol) + " is not " + Rendering.quoted(text);
      }

      @Override
      public String question() {
        return new Is(symbol, text).words();
      }
    }

    /** Two texts that are not known are the same, or are not. */
    record Equal(Value left, Value right, boolean same) implements Clause {
      @Override
      public String words() {
        return "`"
            + Rendering.words(left)
            + (same ? "` equals `" : "` does not equal `")
            + Rendering.words(right)
            + "`";
      }

      @Override
      public String question() {
        return new Equal(left, right, true).words();
      }
    }
  }

  /** A comparison that the template leaves open, and the two answers it can have. */
  public record OpenComparison(Clause yes, Clause no) {
    static OpenComparison text(Value.Symbol symbol, String text) {
      return new OpenComparison(new Clause.Is(symbol, text), new Clause.IsNot(symbol, text));
    }

    static OpenComparison same(Value left, Value right) {
      return new OpenComparison(
          new Clause.Equal(left, right, true), new Clause.Equal(left, right, false));
    }

    List<Clause> answers() {
      return List.of(yes, no);
    }
  }
}
