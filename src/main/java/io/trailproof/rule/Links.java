package io.trailproof.rule;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;

/** Judgements about whether a property names a resource. */
final class Links {
  private Links() {}

  static Judgement judgement(Step step, Resource holder, String property, Sameness named) {
    Value value = holder.property(property);
    return switch (named) {
      case SAME -> Judgement.pass();
      case DIFFERENT ->
          Judgement.fail(
              "`" + Shown.spelt(step, holder, property) + "` names another resource",
              Labels.at(value, holder));
      case UNDECIDED ->
          Judgement.unknown(
              Shown.unknown(step, holder, property, value), Labels.atOpenPart(value, holder));
    };
  }
}
