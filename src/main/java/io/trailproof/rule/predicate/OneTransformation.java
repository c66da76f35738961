package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A metric filter publishes one metric, in a way that the API takes: one transformation, and
 * dimensions only without default value (F48, F52, F56).
 */
final class OneTransformation implements Predicate {
  private static final int MOST_DIMENSIONS = 3;

  /** Fields that hold another value in nearly every record. */
  private static final Set<String> MANY_VALUED =
      Set.of(
          "$.requestID",
          "$.eventID",
          "$.eventTime",
          "$.sourceIPAddress",
          "$.userAgent",
          "$.userIdentity.accessKeyId",
          "$.userIdentity.arn",
          "$.userIdentity.principalId");

  @Override
  public String name() {
    return "one-transformation";
  }

  @Override
  public String description() {
    return "the filter has one metric transformation, with dimensions or a default value but not both";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource filter = step.resource();
    Value transformations = step.graph().property(filter, "transformations");
    if (transformations instanceof Value.Items items && items.items().size() != 1) {
      return Judgement.fail(
          "it has " + items.items().size() + " metric transformations, and one is the number",
          Labels.at(transformations, filter));
    }
    if (transformations instanceof Value.Choice choice
        && choice.candidates().stream().anyMatch(OneTransformation::isAnotherNumber)) {
      return Judgement.unknown(
          "it may have another number of metric transformations than one", transformations, filter);
    }
    if (transformations.isAbsent() && filter.property("metricName").isAbsent()) {
      return Judgement.fail("it has no metric transformation", Labels.at(transformations, filter));
    }
    return step.graph().property(filter, "dimensions") instanceof Value.Fields dimensions
        ? dimensions(step, filter, dimensions)
        : Judgement.pass();
  }

  private static boolean isAnotherNumber(Value transformations) {
    return transformations instanceof Value.Items items && items.items().size() != 1;
  }

  private static Judgement dimensions(Step step, Resource filter, Value.Fields dimensions) {
    Value otherwise = step.graph().property(filter, "defaultValue");
    if (otherwise.isKnown()) {
      return Judgement.fail(
          "dimensions and a default value exclude each other", Labels.at(otherwise, filter));
    }
    if (!otherwise.isAbsent()) {
      return Judgement.unknown(Shown.unknown(step, "defaultValue", otherwise), otherwise, filter);
    }
    int count = dimensions.fields().size();
    if (count > MOST_DIMENSIONS) {
      return Judgement.fail(
          "it has " + count + " dimensions, more than " + MOST_DIMENSIONS,
          Labels.at(dimensions, filter));
    }
    List<String> wide =
        dimensions.fields().values().stream()
            .flatMap(value -> value.asText().stream())
            .filter(MANY_VALUED::contains)
            .toList();
    return wide.isEmpty()
        ? Judgement.pass()
        : Judgement.pass()
            .noting(
                new Note(
                    "many-valued-dimension",
                    "a dimension from `"
                        + wide.get(0)
                        + "` takes many values, and the service may disable a filter with 1000 of them in an hour (F56)",
                    filter.address()));
  }
}
