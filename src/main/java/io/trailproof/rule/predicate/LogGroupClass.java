package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Set;

/** What the class of a log group lets be done with it (F30, F241). */
final class LogGroupClass {
  private static final String STANDARD = "STANDARD";
  private static final Set<String> WITHOUT_FILTERS = Set.of("INFREQUENT_ACCESS", "DELIVERY");

  private LogGroupClass() {}

  /** Metric filters work on groups of the standard class; of a new class no text says it yet. */
  static Judgement takesFilters(Step step) {
    return judge(step, step.graph().property(step.resource(), "class"));
  }

  private static Judgement judge(Step step, Value value) {
    Resource group = step.resource();
    if (value instanceof Value.Choice choice) {
      Judgement worst =
          choice.candidates().stream()
              .map(one -> judge(step, one))
              .reduce(Judgement::and)
              .orElse(Judgement.pass());
      boolean agreed =
          choice.candidates().stream().map(one -> judge(step, one).verdict()).distinct().count()
              <= 1;
      return agreed ? worst : Judgement.unknown(worst.why(), choice, group);
    }
    if (!value.isKnown()) {
      return value.isAbsent()
          ? Judgement.pass()
          : Judgement.unknown(Shown.unknown(step, "class", value), value, group);
    }
    String word = value.asText().orElse("");
    if (word.equals(STANDARD)) {
      return Judgement.pass();
    }
    String why = "it is of class " + Shown.of(value);
    return WITHOUT_FILTERS.contains(word)
        ? Judgement.fail(why, Labels.at(value, group))
        : Judgement.unknown(
            why + ", and no text says whether a metric filter works on that (F241)", value, group);
  }
}
