package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<Resource, Truth> readers = step.graph().referrers(filter.type(), "logGroup", step.before());
    List<Resource> certain =
        readers.keySet().stream().filter(one -> isThere(one, readers)).toList();
    if (certain.size() > MOST) {
      return refused(step, certain.size() + " filters, and at most " + MOST + " may be there");
    }
    Judgement room = readers.size() > MOST ? perhaps(step, MOST + " filters") : Judgement.pass();
    return regex(step, filter).orElse(false) ? room.and(regexes(step, certain, readers)) : room;
  }

  private static Judgement regexes(
      Step step, List<Resource> certain, Map<Resource, Truth> readers) {
    long have = certain.stream().filter(one -> regex(step, one).orElse(false)).count();
    if (have > MOST_WITH_REGEX) {
      return refused(
          step,
          have
              + " filters with regular expressions, and at most "
              + MOST_WITH_REGEX
              + " may be there");
    }
    long mayHave = readers.keySet().stream().filter(one -> regex(step, one).orElse(true)).count();
    return mayHave > MOST_WITH_REGEX
        ? perhaps(step, MOST_WITH_REGEX + " filters with regular expressions")
        : Judgement.pass();
  }

  private static boolean isThere(Resource filter, Map<Resource, Truth> readers) {
    return readers.get(filter) == Truth.YES && filter.property("exists").isAbsent();
  }

  /** Whether the pattern has a regular expression; empty if it is not known. */
  private static Optional<Boolean> regex(Step step, Resource filter) {
    Value pattern = step.graph().property(filter, "pattern");
    return pattern.isAbsent()
        ? Optional.of(false)
        : pattern.asText().map(LogGroupTakesFilter::hasRegex);
  }

  private static boolean hasRegex(String pattern) {
    return REGEX.matcher(pattern).find();
  }

  private static Judgement perhaps(Step step, String limit) {
    return Judgement.unknown(
        "the log group may have more than " + limit + ", and the API will refuse what is more",
        step.resource().property("logGroup"),
        step.resource());
  }

  private static Judgement refused(Step step, String why) {
    return Judgement.fail(
        "the log group has " + why + ", so the API will refuse some",
        Labels.at(step.resource().property("logGroup"), step.resource()));
  }
}
