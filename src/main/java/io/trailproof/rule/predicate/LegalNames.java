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
import java.util.Optional;

/** The names of a metric filter, its metric and its namespace are ones that the API takes (F47). */
final class LegalNames implements Predicate {
  private static final int LONGEST_FILTER = 512;
  private static final int LONGEST_METRIC = 255;

  @Override
  public String name() {
    return "legal-names";
  }

  @Override
  public String description() {
    return "the names of the filter, of its metric and of the namespace hold no forbidden character and are not too long";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    return legal(step, "name", ":*", LONGEST_FILTER)
        .and(legal(step, "metricName", ":*$", LONGEST_METRIC))
        .and(legal(step, "namespace", ":*$", LONGEST_METRIC));
  }

  private static Judgement legal(Step step, String property, String forbidden, int longest) {
    Resource filter = step.resource();
    Value value = step.graph().property(filter, property);
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.pass(); // a name that is made up by the service is legal
    }
    String spelt = "`" + Shown.spelt(step, filter, property) + "` ";
    if (text.get().length() > longest) {
      return Judgement.fail(
          spelt + "has " + text.get().length() + " characters, more than " + longest,
          Labels.at(value, filter));
    }
    Optional<String> bad =
        forbidden.chars().mapToObj(Character::toString).filter(text.get()::contains).findFirst();
    return bad.isEmpty()
        ? Judgement.pass()
        : Judgement.fail(
            spelt + "holds `" + bad.get() + "`, which is not allowed", Labels.at(value, filter));
  }
}
