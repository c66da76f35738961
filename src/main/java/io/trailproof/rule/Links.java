package io.trailproof.rule;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.List;

/** Judgements about whether a property names a resource. */
public final class Links {
  private Links() {}

  /**
   * What follows for a step from whether a property of one of its two resources names the other.
   *
   * @param holder the resource that has the property
   */
  public static Judgement judgement(Step step, Resource holder, String property, Truth named) {
    Value value = holder.property(property);
    return switch (named) {
      case YES -> literalAccount(step, holder, property, value);
      case NO ->
          Judgement.fail(
              "`" + Shown.spelt(step, holder, property) + "` names another resource",
              Labels.at(value, holder));
      case UNKNOWN -> Judgement.unknown(undecided(step, holder, property, value), value, holder);
    };
  }

  /** An account in a literal ARN is taken for the one that the resource is in, and that is said. */
  private static Judgement literalAccount(
      Step step, Resource holder, String property, Value value) {
    Resource other = holder.equals(step.resource()) ? step.before() : step.resource();
    return (value instanceof Value.Items items ? items.items() : List.of(value))
        .stream()
            .filter(one -> one.isKnown() && isOfOpenAccount(step, one, other))
            .findFirst()
            .map(
                one ->
                    Judgement.passIf(
                        new Assumption(
                            Assumed.LITERAL_ACCOUNT,
                            "the account in "
                                + Shown.of(one)
                                + ", as `"
                                + Shown.spelt(step, holder, property)
                                + "` gives it, is that of `"
                                + other.address()
                                + "`; `--account` tells",
                            holder.address())))
            .orElse(Judgement.pass());
  }

  private static boolean isOfOpenAccount(Step step, Value literal, Resource other) {
    return literal
        .asText()
        .flatMap(Arn::accountIn)
        .filter(
            account ->
                step.graph().same(Value.text(account, Origin.NOWHERE), other.place().account())
                        == Truth.UNKNOWN
                    && step.graph().names(literal, other) == Truth.YES)
        .isPresent();
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
