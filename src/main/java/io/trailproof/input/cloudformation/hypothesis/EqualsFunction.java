package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Equals}: compares as text, case-sensitively, and asks what it cannot decide. */
public final class EqualsFunction {
  private final AssumedReading hypothesis;

  public EqualsFunction(AssumedReading hypothesis) {
    this.hypothesis = hypothesis;
  }

  public ConditionTruth equal(Value a, Value b) {
    if (a instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), b);
    }
    if (b instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), a);
    }
    if (Equality.isOpen(a) || Equality.isOpen(b)) {
      return ConditionTruth.undecided("a value that " + reason(Equality.isOpen(a) ? a : b));
    }
    Truth same = Equality.of(a, b);
    if (!same.isUnknown()) {
      return ConditionTruth.of(same.isYes());
    }
    Optional<String> x = a.asText();
    Optional<String> y = b.asText();
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
}
