package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;

/**
 * The resource lives in the Region of the one before, and not in another account (F21, F34, F57).
 */
final class InSamePlace implements Predicate {
  @Override
  public String name() {
    return "in-same-place";
  }

  @Override
  public String description() {
    return "the resource lives in the Region and account of the resource before it, or with `account: any` in its Region";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("account", "same", "any"));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    if (step.before().existence() == Existence.UNSEEN) {
      return Judgement.pass(); // that the earlier one is not seen is said already
    }
    Place here = step.resource().place();
    Place there = step.before().place();
    Value region = step.graph().resolve(here.region());
    Value other = step.graph().resolve(there.region());
    return switch (step.graph().same(region, other)) {
      case SAME ->
          arguments.getOrDefault("account", "same").equals("any")
              ? Judgement.pass()
              : account(step, here, there);
      case DIFFERENT ->
          Judgement.fail(
              "it is in " + Shown.of(region) + ", and " + named(step) + " in " + Shown.of(other),
              labels(step));
      case UNDECIDED ->
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
    boolean elsewhere = step.graph().same(here.account(), there.account()) == Sameness.DIFFERENT;
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
