package io.trailproof.input.cloudformation;

import io.trailproof.graph.Value;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Equals}: compares as text, case-sensitively, and asks what it cannot decide. */
final class Comparison {
  private final World world;

  Comparison(World world) {
    this.world = world;
  }

  Truth equal(Value a, Value b) {
    if (a instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), b);
    }
    if (b instanceof Value.Choice choice) {
      return unanimous(choice.candidates(), a);
    }
    Optional<String> x = a.asText();
    Optional<String> y = b.asText();
    if (x.isPresent() && y.isPresent()) {
      return Truth.of(x.get().equals(y.get()));
    }
    if (Rendering.isOpaque(a) || Rendering.isOpaque(b)) {
      return Truth.undecided("a value that " + reason(Rendering.isOpaque(a) ? a : b));
    }
    if (Rendering.same(a, b)) {
      return Truth.TRUE;
    }
    if (a instanceof Value.Symbol symbol && y.isPresent()) {
      return symbol(symbol, y.get());
    }
    if (b instanceof Value.Symbol symbol && x.isPresent()) {
      return symbol(symbol, x.get());
    }
    return x.isPresent() ? texts(b, a) : texts(a, b);
  }

  private Truth unanimous(List<Value> candidates, Value other) {
    List<Truth> each = candidates.stream().map(one -> equal(one, other)).toList();
    boolean agree = each.stream().map(Truth::state).distinct().count() == 1;
    return agree ? each.get(0) : Truth.undecided("a value with several candidates");
  }

  private Truth symbol(Value.Symbol symbol, String text) {
    Optional<String> assumed = world.assumptions().text(symbol);
    if (assumed.isPresent()) {
      return Truth.of(assumed.get().equals(text));
    }
    if (world.cannotBe(symbol, text)) {
      return Truth.FALSE;
    }
    world.ask(Question.text(symbol, text));
    return Truth.undecided(Rendering.subject(symbol));
  }

  /** Two texts; if one is known, it is the second. */
  private Truth texts(Value a, Value b) {
    if (Affixes.contradict(a, b)) {
      return Truth.FALSE;
    }
    Optional<Boolean> assumed = world.assumptions().same(a, b);
    if (assumed.isPresent()) {
      return Truth.of(assumed.get());
    }
    world.ask(Question.same(a, b));
    return Truth.undecided(Rendering.quoted(Rendering.words(a)));
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
