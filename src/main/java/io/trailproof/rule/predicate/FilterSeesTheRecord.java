package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;

/** A metric filter matches the record as CloudTrail wrote it, and every record (F36, F55). */
final class FilterSeesTheRecord implements Predicate {
  @Override
  public String name() {
    return "filter-sees-the-record";
  }

  @Override
  public String description() {
    return "no transformer and no field selection stand between the record and the filter";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource filter = step.resource();
    Value selection = filter.property("fieldSelection");
    if (!selection.isAbsent()) {
      return Judgement.unknown(
          "`"
              + Shown.spelt(step, filter, "fieldSelection")
              + "` keeps some records from the filter",
          Labels.at(selection, filter));
    }
    Value transformed = step.graph().property(filter, "onTransformedLogs");
    if (transformed.isAbsent() || transformed.asText().filter("false"::equals).isPresent()) {
      return Judgement.pass();
    }
    boolean none =
        step.graph().referrers("aws.logs.Transformer", "logGroup", step.before()).isEmpty();
    return none
        ? Judgement.unknown(
            "the filter matches transformed records, and an account may transform all of them",
            Labels.at(transformed, filter))
        : Judgement.unknown(
            "the filter matches records after a transformer of the log group changed them",
            Labels.at(transformed, filter));
  }
}
