package io.trailproof.rule.predicate;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trail gives its log group as an ARN that ends in {@code :*} (F19, F20). */
final class TrailNamesLogGroupByArn implements Predicate {
  @Override
  public String name() {
    return "trail-names-log-group-by-arn";
  }

  @Override
  public String description() {
    return "the trail before the log group names it by an ARN that ends in `:*`";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    if (step.before().existence() == Existence.UNSEEN) {
      return Judgement.pass(); // that the earlier one is not seen is said already
    }
    Resource trail = step.before();
    return judge(step, trail, trail.property("logGroup"));
  }

  private static Judgement judge(Step step, Resource trail, Value value) {
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> judge(step, trail, one))
          .reduce(Judgement::and)
          .orElse(Judgement.pass());
    }
    if (value instanceof Value.Reference reference) {
      return reference(trail, reference);
    }
    Value resolved = step.graph().resolve(value);
    Optional<String> text = resolved.asText();
    if (text.isPresent()) {
      return starred(text.get(), text.get(), resolved, trail);
    }
    if (resolved instanceof Value.Template template) {
      List<Value> parts = template.parts();
      Value last = parts.get(parts.size() - 1);
      boolean endsInArn = last instanceof Value.Reference end && end.attribute().equals("arn");
      boolean starTwice =
          trail.dialect() == Dialect.CLOUDFORMATION
              && parts.size() == 2
              && parts.get(0) instanceof Value.Reference start
              && start.attribute().equals("arn")
              && last.asText().filter(":*"::equals).isPresent();
      if (starTwice) {
        return doubleStar(trail);
      }
      return endsInArn
          ? Judgement.pass()
          : starred(
              parts.get(0).asText().orElse("arn:"), last.asText().orElse(""), resolved, trail);
    }
    return Judgement.unknown(Shown.unknown(step, trail, "logGroup", resolved), resolved, trail);
  }

  private static Judgement reference(Resource trail, Value.Reference reference) {
    if (!reference.attribute().equals("arn")) {
      return Judgement.fail(
          "it gives " + Shown.of(reference) + ", and the API will refuse anything but an ARN",
          Labels.at(reference, trail));
    }
    return trail.dialect() == Dialect.TERRAFORM
        ? Judgement.passIf(
            new Assumption(
                "log-group-arn-ends-in-star",
                "the ARN of the log group is given as `\"${….arn}:*\"`; a plan shows the reference only (F20)",
                trail.address()))
        : Judgement.pass();
  }

  private static Judgement doubleStar(Resource trail) {
    return Judgement.pass()
        .noting(
            new Note(
                "log-group-arn-star-twice",
                "the ARN of the log group ends in `:*:*`, and no text says what comes of that (F20)",
                trail.address()));
  }

  private static Judgement starred(String start, String end, Value value, Resource trail) {
    if (!start.startsWith("arn:")) {
      return Judgement.fail(
          "it gives " + Shown.of(value) + ", and the API will refuse anything but an ARN",
          Labels.at(value, trail));
    }
    return end.endsWith(":*")
        ? end.endsWith(":*:*") ? doubleStar(trail) : Judgement.pass()
        : Judgement.fail(
            "the ARN does not end in `:*`, and the API will refuse it", Labels.at(value, trail));
  }
}
