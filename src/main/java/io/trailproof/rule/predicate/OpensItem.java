package io.trailproof.rule.predicate;

import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.Map;

/** An action that opens an item for people to look at, or whose effect is not known (F78). */
final class OpensItem implements Predicate {
  private static final String INVESTIGATIONS = "aws.aiops.InvestigationGroup";

  @Override
  public String name() {
    return "opens-item";
  }

  @Override
  public String description() {
    return "the action opens an OpsItem or an incident; of an investigation nobody is known to be told";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    return step.resource().type().equals(INVESTIGATIONS)
        ? Judgement.unknown("no text says whether an investigation tells anybody")
        : Judgement.pass()
            .noting(
                new Note(
                    "opens-item",
                    "the alarm opens an item in Systems Manager, and whoever looks there is told (F78)",
                    step.before().address()));
  }
}
