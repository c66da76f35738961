package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.AlarmSettings;
import io.trailproof.aws.alarm.Aspect;
import io.trailproof.aws.alarm.Firing;
import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.alarm.OneEventTest;
import io.trailproof.graph.Resource;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.AlarmAdapter;
import io.trailproof.rule.adapter.EngineWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One event moves the alarm into ALARM, as far as one aspect of it goes (F58–F75, F81–F83). */
final class FiresOnOneEvent implements Predicate {
  /** The aspects that a rule may ask for, and the property to point at. */
  private enum Asked {
    COMPARISON("comparison", "comparisonOperator", Set.of(Aspect.COMPARISON)),
    STATISTIC("statistic", "statistic", Set.of(Aspect.STATISTIC)),
    THRESHOLD("threshold", "threshold", Set.of(Aspect.THRESHOLD)),
    PERIODS("periods", "evaluationPeriods", Set.of(Aspect.PERIODS, Aspect.PERIOD)),
    MISSING_DATA("missing-data", "missingData", Set.of(Aspect.MISSING_DATA)),
    VALUE("value", "", Set.of(Aspect.VALUE)),
    UNIT("unit", "unit", Set.of(Aspect.UNIT)),
    CONFIGURATION("configuration", "", Set.of(Aspect.CONFIGURATION, Aspect.METRIC));

    private final String word;
    private final String property;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Aspect> aspects;

    Asked(String word, String property, Set<Aspect> aspects) {
      this.word = word;
      this.property = property;
      this.aspects = aspects;
    }

    static List<String> words() {
      return Arrays.stream(values()).map(asked -> asked.word).toList();
    }

    static Asked of(String word) {
      for (Asked asked : values()) {
        if (asked.word.equals(word)) {
          return asked;
        }
      }
      throw new IllegalArgumentException("no aspect of an alarm: " + word);
    }
  }

  @Override
  public String name() {
    return "fires-on-one-event";
  }

  @Override
  public String description() {
    return "one event moves the alarm into ALARM, as far as the aspect named by `aspect` goes";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.needed("aspect", Asked.words()));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Asked asked = Asked.of(arguments.getOrDefault("aspect", ""));
    Resource alarm = step.resource();
    Firing firing = step.once(Firing.class, () -> firing(step, alarm));
    boolean concerned = firing.aspect().filter(asked.aspects::contains).isPresent();
    if (asked == Asked.CONFIGURATION) {
      Judgement settled = AlarmOddities.judge(step, alarm);
      if (settled.verdict() != Verdict.PASS) {
        return settled;
      }
    }
    if (firing.fires() == Truth.YES || !concerned) {
      return asked == Asked.CONFIGURATION
          ? Judgement.pass().noting(AlarmOddities.notes(step, alarm, firing))
          : Judgement.pass();
    }
    Resource holder = asked == Asked.VALUE ? step.before() : alarm;
    String property = asked == Asked.VALUE ? "value" : asked.property;
    String why = EngineWords.spelt(step, alarm, firing.explanation());
    return firing.fires() == Truth.NO
        ? Judgement.fail(why, Labels.at(holder.property(property), holder))
        : Judgement.unknown(why, holder.property(property), holder);
  }

  private static Firing firing(Step step, Resource alarm) {
    AlarmAdapter settings = new AlarmAdapter(step.graph());
    AlarmSettings described = settings.alarm(alarm);
    Map<String, MetricFeed> feeds = settings.feeds(alarm, step.before());
    MetricFeed own = feeds.get("");
    return own != null && feeds.size() == 1
        ? OneEventTest.of(described, own).firing()
        : OneEventTest.of(described, feeds).firing();
  }
}
