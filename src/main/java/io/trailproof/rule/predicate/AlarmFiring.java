package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.Aspect;
import io.trailproof.aws.alarm.Firing;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.AlarmAdapter;
import io.trailproof.rule.adapter.AlarmWays;
import io.trailproof.rule.adapter.EngineWords;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Whether one event, or the burst that its rule asks about, moves an alarm into ALARM. */
final class AlarmFiring {
  /** What a rule may ask about. */
  static final List<String> ASPECTS = Asked.words();

  private AlarmFiring() {}

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

  /**
   * One event, or its burst, moves the alarm into ALARM, as far as one aspect of it goes (F58–F75,
   * F81–F83).
   */
  static ByEvent<Judgement> judge(Step step, EventKind kind, Map<String, String> arguments) {
    Asked asked = Asked.of(arguments.getOrDefault("aspect", ""));
    return fired(step, kind).map(firing -> judgement(step, asked, firing));
  }

  private static Judgement judgement(Step step, Asked asked, Firing firing) {
    Resource alarm = step.resource();
    boolean concerned = firing.aspect().filter(asked.aspects::contains).isPresent();
    if (asked == Asked.CONFIGURATION) {
      Judgement settled = configuration(step, alarm);
      if (settled.verdict() != Verdict.PASS) {
        return settled;
      }
    }
    if (firing.fires() == Truth.YES || !concerned) {
      return asked == Asked.CONFIGURATION
          ? held(alarm, firing).noting(notes(step, alarm, firing))
          : Judgement.pass();
    }
    Resource holder = asked == Asked.VALUE ? step.before() : alarm;
    String property = asked == Asked.VALUE ? "value" : asked.property;
    String why = EngineWords.spelt(step, alarm, firing.explanation());
    return firing.fires() == Truth.NO
        ? Judgement.fail(why, Labels.at(holder.property(property), holder))
        : Judgement.unknown(why, holder.property(property), holder);
  }

  private static Judgement held(Resource alarm, Firing firing) {
    return firing
        .rests()
        .map(on -> Judgement.passIf(new Assumption(Assumed.RECORD_IN_TIME, on, alarm.address())))
        .orElse(Judgement.pass());
  }

  /**
   * An alarm that goes off does so within the seconds that are asked for. How long it may take is
   * the longest of all that open settings allow, so that it may be less while any is open.
   */
  static ByEvent<Judgement> inTime(Step step, EventKind kind, Map<String, String> arguments) {
    String within = arguments.getOrDefault("within", Parameter.ANY);
    return fired(step, kind).map(firing -> inTime(step, within, firing.delaySeconds()));
  }

  private static Judgement inTime(Step step, String within, OptionalLong delay) {
    if (within.equals(Parameter.ANY)
        || delay.isEmpty()
        || delay.getAsLong() <= Long.parseLong(within)) {
      return Judgement.pass();
    }
    Resource alarm = step.resource();
    Value period = alarm.property("period");
    String why = "it may take " + delay.getAsLong() + " s, and " + within + " s are asked for";
    return AlarmWays.areSettled(step.graph(), alarm)
        ? Judgement.fail(why, Labels.at(period, alarm))
        : Judgement.unknown(why, period, alarm);
  }

  private static ByEvent<Firing> fired(Step step, EventKind kind) {
    return step.once(Firing.class, kind, () -> firing(step, kind));
  }

  private static ByEvent<Firing> firing(Step step, EventKind kind) {
    return new AlarmAdapter(step.graph())
        .firing(step.resource(), step.before(), kind)
        .then(
            open -> open.fires() == Truth.UNKNOWN ? settled(step, kind, open) : ByEvent.same(open));
  }

  /** What holds of the alarm however its open settings turn out, if that is one and the same. */
  private static ByEvent<Firing> settled(Step step, EventKind kind, Firing open) {
    AlarmAdapter adapter = new AlarmAdapter(step.graph());
    List<ByEvent<Firing>> ways =
        AlarmWays.of(step.graph(), step.resource()).stream()
            .map(way -> adapter.firing(way, step.before(), kind))
            .toList();
    return ByEvent.all(ways)
        .map(
            all ->
                all.stream()
                    .reduce(Firing::agree)
                    .filter(each -> each.fires() != Truth.UNKNOWN)
                    .orElse(open));
  }

  /** Fails for what the API will refuse; unknown where nothing of the metric can be told. */
  private static Judgement configuration(Step step, Resource alarm) {
    Judgement options = AlarmOptions.judge(step, alarm);
    if (PromQlAlarm.isOne(alarm)) {
      return options.and(PromQlAlarm.judge(step, alarm));
    }
    return options.and(watching(step, alarm));
  }

  /** F58, F81, F169: what an alarm on metrics has besides them. */
  private static Judgement watching(Step step, Resource alarm) {
    Value interval = step.graph().property(alarm, "evaluationInterval");
    if (!interval.isAbsent()) {
      String spelt = Shown.spelt(step, alarm, "evaluationInterval");
      return interval.isKnown()
          ? Judgement.fail(
              "`" + spelt + "` belongs to evaluation criteria alone, the API will refuse the alarm",
              Labels.at(interval, alarm))
          : Judgement.unknown(Shown.unknown(step, "evaluationInterval", interval), interval, alarm);
    }
    Value queries = step.graph().property(alarm, "queries");
    if (queries instanceof Value.Items) {
      for (String property : List.of("namespace", "dimensions")) {
        Value value = step.graph().property(alarm, property);
        if (value.isKnown() || value instanceof Value.Fields) {
          return Judgement.fail(
              "`"
                  + Shown.spelt(step, alarm, property)
                  + "` and metric queries exclude each other, the API will refuse the alarm",
              Labels.at(value, alarm));
        }
      }
    }
    return Judgement.pass();
  }

  /**
   * F81: a template may leave out which query returns data. For a request of data that means yes;
   * of alarms no text says it.
   */
  private static Optional<Note> unsaid(Step step, Resource alarm) {
    if (!(step.graph().property(alarm, "queries") instanceof Value.Items queries)) {
      return Optional.empty();
    }
    return queries.items().stream()
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .filter(query -> isByDefault(WatchedMetric.field(query.fields(), "returnData"), query))
        .findFirst()
        .map(
            query ->
                new Note(
                    "return-data-unsaid",
                    "the metric query `"
                        + WatchedMetric.field(query.fields(), "id").asText().orElse("?")
                        + "` does not say that it returns data, and no text says what an alarm"
                        + " makes of that (F81)",
                    alarm.address()));
  }

  /** What stands in for a property has the place of what lacks it. */
  private static boolean isByDefault(Value returnData, Value.Fields query) {
    return returnData.asText().filter("true"::equals).isPresent()
        && query.origin().span() != null
        && query.origin().span().equals(returnData.origin().span());
  }

  /** What weakens an alarm that fires. */
  private static List<Note> notes(Step step, Resource alarm, Firing firing) {
    List<Note> notes = new ArrayList<>();
    if (firing.fires() != Truth.YES) {
      return notes;
    }
    for (String warning : firing.warnings()) {
      String said = EngineWords.spelt(step, alarm, warning);
      notes.add(new Note("alarm-weakness", said + " (T2)", alarm.address()));
    }
    unsaid(step, alarm).ifPresent(notes::add);
    notes.addAll(AlarmOptions.notes(step, alarm));
    return notes;
  }
}
