package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Sameness;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A log group has no more metric filters than the service takes (F46). */
final class LogGroupTakesFilter implements Predicate {
  private static final int MOST = 100;
  private static final int MOST_WITH_REGEX = 5;
  private static final Pattern REGEX = Pattern.compile("%[^%]+%");

  @Override
  public String name() {
    return "log-group-takes-filter";
  }

  @Override
  public String description() {
    return "the log group before the filter has at most 100 filters, of which 5 use regular expressions";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource filter = step.resource();
    List<Resource> all =
        step.graph().referrers(filter.type(), "logGroup", step.before()).entrySet().stream()
            .filter(one -> one.getValue() == Sameness.SAME)
            .map(Map.Entry::getKey)
            .toList();
    if (all.size() > MOST) {
      return refused(step, all.size() + " filters, and at most " + MOST + " may be there");
    }
    long regexes = all.stream().filter(one -> hasRegex(step, one)).count();
    return regexes > MOST_WITH_REGEX && hasRegex(step, filter)
        ? refused(
            step,
            regexes
                + " filters with regular expressions, and at most "
                + MOST_WITH_REGEX
                + " may be there")
        : Judgement.pass();
  }

  private static boolean hasRegex(Step step, Resource filter) {
    return step.graph()
        .property(filter, "pattern")
        .asText()
        .filter(text -> REGEX.matcher(text).find())
        .isPresent();
  }

  private static Judgement refused(Step step, String why) {
    return Judgement.fail(
        "the log group has " + why + ", so the API will refuse some",
        Labels.at(step.resource().property("logGroup"), step.resource()));
  }
}
