package io.trailproof.rule.predicate;

import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Map;

/** A function lets a service invoke it for the resource before it (F78, F98). */
final class FunctionLetsInvoke implements Predicate {
  private static final String ALARMS = "lambda.alarms.cloudwatch.amazonaws.com";

  @Override
  public String name() {
    return "function-lets-invoke";
  }

  @Override
  public String description() {
    return "the function has a permission for CloudWatch alarms, or for the `service` named";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("service"));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    String service = arguments.getOrDefault("service", ALARMS);
    Judgement judgement =
        new LambdaPermissions(step.graph(), step.resource()).allow(service, step.before());
    return judgement.verdict() == Verdict.PASS
        ? judgement.noting(
            new Note(
                "machine-is-told",
                "a function is told, and no person; benchmarks ask for a topic with a subscriber (F78)",
                step.resource().address()))
        : judgement;
  }
}
