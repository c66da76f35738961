package io.trailproof.rule;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;

/** Judgements about whether a property names a resource. */
final class Links {
  private Links() {}

  static Judgement judgement(Step step, Resource holder, String property, Truth named) {
    Value value = holder.property(property);
    return switch (named) {
      case YES -> Judgement.pass();
      case NO ->
          Judgement.fail(
              "`" + Shown.spelt(step, holder, property) + "` names another resource",
              Labels.at(value, holder));
      case UNKNOWN -> Judgement.unknown(undecided(step, holder, property, value), value, holder);
    };
  }

  /** A literal is not what is unknown: the name of the other resource is. */
  private static String undecided(Step step, Resource holder, String property, Value value) {
    Resource other = holder.equals(step.resource()) ? step.before() : step.resource();
    boolean literal =
        value.isKnown()
            || (value instanceof Value.Items items
                && items.items().stream().allMatch(Value::isKnown));
    return literal
        ? "whether `"
            + Shown.spelt(step, holder, property)
            + "` of `"
            + holder.address()
            + "` names `"
            + other.address()
            + "` is known only later"
        : Shown.unknown(step, holder, property, value);
  }
}
