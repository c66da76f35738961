package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Equals}: compares as text, case-sensitively, and asks what it cannot decide. */
public final class EqualsFunction {
  private final Hypothesis hypothesis;

  public EqualsFunction(Hypothesis hypothesis) {
    this.hypothesis = hypothesis;
  }

  public ConditionTruth equal(Value a, Value b) {
    if (a instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), b);
    }
    if (b instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), a);
    }
    Optional<String> x = a.asText();
    Optional<String> y = b.asText();
    if (x.isPresent() && y.isPresent()) {
      return ConditionTruth.of(x.get().equals(y.get()));
    }
    if (Rendering.isOpaque(a) || Rendering.isOpaque(b)) {
      return ConditionTruth.undecided("a value that " + reason(Rendering.isOpaque(a) ? a : b));
    }
    if (Rendering.same(a, b)) {
      return ConditionTruth.HOLDS;
    }
    if (a instanceof Value.Symbol symbol && y.isPresent()) {
      return symbol(symbol, y.get());
    }
    if (b instanceof Value.Symbol symbol && x.isPresent()) {
      return symbol(symbol, x.get());
    }
    return x.isPresent() ? texts(b, a) : texts(a, b);
  }

  private ConditionTruth unanimous(List<Value> candidates, Value other) {
    List<ConditionTruth> each = candidates.stream().map(one -> equal(one, other)).toList();
    boolean agree = each.stream().map(ConditionTruth::truth).distinct().count() == 1;
    return agree ? each.get(0) : ConditionTruth.undecided("a value with several candidates");
  }

  private ConditionTruth symbol(Value.Symbol symbol, String text) {
    Optional<String> assumed = hypothesis.assumptions().text(symbol);
    if (assumed.isPresent()) {
      return ConditionTruth.of(assumed.get().equals(text));
    }
    if (hypothesis.cannotBe(symbol, text)) {
      return ConditionTruth.FAILS;
    }
    hypothesis.ask(Assumptions.OpenComparison.text(symbol, text));
    return ConditionTruth.undecided(Rendering.subject(symbol));
  }

  /** Two texts; if one is known, it is the second. */
  private ConditionTruth texts(Value a, Value b) {
    if (Affixes.contradict(a, b)) {
      return ConditionTruth.FAILS;
    }
    Optional<Boolean> assumed = hypothesis.assumptions().same(a, b);
    if (assumed.isPresent()) {
      return ConditionTruth.of(assumed.get());
    }
    hypothesis.ask(Assumptions.OpenComparison.same(a, b));
    return ConditionTruth.undecided(Rendering.quoted(Rendering.words(a)));
  }

  private static String reason(Value value) {
    return value instanceof Value.Unknown unknown ? unknown.why() : "is not known";
  }

  /** The known text at the ends of values: enough to tell many of them apart. */
  private static final class Affixes {
    private Affixes() {}

    static boolean contradict(Value a, Value b) {
      if (isEmpty(a) && a.isKnown()) {
        return cannotBeEmpty(b);
      }
      if (isEmpty(b) && b.isKnown()) {
        return cannotBeEmpty(a);
      }
      String before = end(a, true);
      String otherBefore = end(b, true);
      String after = end(a, false);
      String otherAfter = end(b, false);
      return !(before.startsWith(otherBefore) || otherBefore.startsWith(before))
          || !(after.endsWith(otherAfter) || otherAfter.endsWith(after));
    }

    private static boolean isEmpty(Value value) {
      return value.asText().filter(String::isEmpty).isPresent();
    }

    /** A physical id or ARN never is, nor is text with something written in it. */
    private static boolean cannotBeEmpty(Value value) {
      return value instanceof Value.Reference
          || (value instanceof Value.Template template
              && template.parts().stream()
                  .anyMatch(part -> part.isKnown() || part instanceof Value.Reference));
    }

    private static String end(Value value, boolean first) {
      if (value instanceof Value.Template template) {
        return template.parts().get(first ? 0 : template.parts().size() - 1).asText().orElse("");
      }
      return value.asText().orElse("");
    }
  }
}
