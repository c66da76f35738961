package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;

/** Whether two things of a chain lie in one Region and account. */
final class SamePlace {
  private SamePlace() {}

  /**
   * The resource lives in the Region of the one before, and not in another account (F21, F34, F57).
   */
  static Judgement judge(Step step, Map<String, String> arguments) {
    if (step.before().existence() == Existence.UNSEEN) {
      return Judgement.pass(); // that the earlier one is not seen is said already
    }
    Place here = step.resource().place();
    Place there = step.before().place();
    Value region = step.graph().resolve(here.region());
    Value other = step.graph().resolve(there.region());
    return switch (step.graph().same(region, other)) {
      case YES ->
          arguments.getOrDefault("account", "same").equals("any")
              ? Judgement.pass()
              : account(step, here, there);
      case NO ->
          Judgement.fail(
              "it is in " + Shown.of(region) + ", and " + named(step) + " in " + Shown.of(other),
              labels(step));
      case UNKNOWN ->
          Judgement.unknown(
              "whether `"
                  + step.resource().address()
                  + "` is in the Region of "
                  + named(step)
                  + " is not in the input");
    };
  }

  /** An account that the input does not name is taken for the same one. */
  private static Judgement account(Step step, Place here, Place there) {
    boolean elsewhere = step.graph().same(here.account(), there.account()) == Truth.NO;
    return elsewhere
        ? Judgement.fail("it is in another account than " + named(step), labels(step))
        : Judgement.pass();
  }

  private static String named(Step step) {
    return "`" + step.before().address() + "`";
  }

  private static Label[] labels(Step step) {
    Resource resource = step.resource();
    return Labels.at(resource.property("name"), resource);
  }
}
