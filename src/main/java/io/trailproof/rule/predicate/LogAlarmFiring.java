package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.alarm.query.LogAlarmAnswer;
import io.trailproof.aws.alarm.query.LogAlarmTest;
import io.trailproof.aws.insights.Aggregation;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.aws.insights.QueryField;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.EngineWords;
import io.trailproof.rule.adapter.LogAlarmAdapter;
import io.trailproof.rule.adapter.QueryPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a record that its query finds moves a log alarm into ALARM (F221–F228). */
final class LogAlarmFiring {
  /** What a rule may ask about. */
  static final List<String> ASPECTS =
      List.of("configuration", "aggregation", "threshold", "windows", "missing-data");

  private static final List<String> REQUIRED = List.of("query", "aggregation", "queryRole");

  /** F226: fields that the records of a call always have, though others may lack them. */
  private static final Set<String> OF_EVERY_CALL = Set.of("recipientAccountId");

  private LogAlarmFiring() {}

  /**
   * A record that is found, or a burst of them, moves the alarm into ALARM, as far as one aspect of
   * it goes.
   */
  static Judgement judge(Step step, EventKind kind, Map<String, String> arguments) {
    LogAlarmTest test = new LogAlarmTest(LogAlarmAdapter.settings(step), kind.burst());
    return switch (arguments.getOrDefault("aspect", "")) {
      case "configuration" -> configuration(step, test);
      case "aggregation" ->
          aggregation(step, step.graph().property(step.resource(), "aggregation"));
      case "threshold" ->
          judgement(step, test.threshold(), "threshold", "").and(parted(step, kind.burst()));
      case "windows" -> judgement(step, test.windows(), "startOffset", "log-alarm-window");
      case "missing-data" ->
          judgement(step, test.missingData(), "missingData", "log-alarm-missing-data");
      default -> throw new IllegalArgumentException("no aspect of a log alarm");
    };
  }

  /**
   * F226: a burst that is parted by fields, or of which the query leaves rows out (T13), is no
   * longer one, and one record may be too few.
   */
  private static Judgement parted(Step step, Burst burst) {
    LogAlarmTest one = new LogAlarmTest(LogAlarmAdapter.settings(step));
    if (burst.isOne() || one.threshold().holds() == Truth.YES) {
      return Judgement.pass();
    }
    Value query = step.graph().property(step.resource(), "query");
    boolean whole =
        query.asText().map(LogsQuery::read).filter(all -> all.keeps() >= burst.times()).isPresent();
    if (!whole) {
      return Judgement.unknown(
          "the query may leave out some of " + burst.text(), query, step.resource());
    }
    Value value = step.graph().property(step.resource(), "aggregation");
    return value
        .asText()
        .flatMap(Aggregation::read)
        .filter(aggregation -> aggregation.by().isEmpty())
        .map(together -> Judgement.pass())
        .orElseGet(
            () ->
                Judgement.unknown(
                    burst.text() + " may be counted in parts", value, step.resource()));
  }

  /**
   * The judgement.
   *
   * @param property what to point at
   * @param code of what is worth knowing; empty if nothing ever is
   */
  private static Judgement judgement(
      Step step, LogAlarmAnswer answer, String property, String code) {
    Resource alarm = step.resource();
    Value value = alarm.property(property);
    String why = EngineWords.spelt(step, alarm, answer.explanation());
    Judgement judgement =
        switch (answer.holds()) {
          case YES ->
              why.isEmpty()
                  ? Judgement.pass()
                  : Judgement.passIf(new Assumption(Assumed.RECORD_IN_TIME, why, alarm.address()));
          case NO -> Judgement.fail(why, Labels.at(value, alarm));
          case UNKNOWN -> Judgement.unknown(why, value, alarm);
        };
    return judgement.noting(
        answer.warnings().stream().map(text -> new Note(code, text, alarm.address())).toList());
  }

  /** F221, F236, F238: what the API will refuse. */
  private static Judgement configuration(Step step, LogAlarmTest test) {
    Resource alarm = step.resource();
    Judgement all = judgement(step, test.accepted(), "comparisonOperator", "");
    for (String property : REQUIRED) {
      Value value = step.graph().property(alarm, property);
      if (value.isAbsent()) {
        all =
            all.and(
                refused(
                    "the alarm has no `" + Shown.spelt(step, alarm, property) + "`", value, alarm));
      }
    }
    return all.and(length(step, "query", LogsQuery.MAX_LENGTH))
        .and(length(step, "aggregation", Aggregation.MAX_LENGTH))
        .and(language(step))
        .and(unmasking(step))
        .and(AlarmOptions.judge(step, alarm))
        .noting(AlarmOptions.notes(step, alarm));
  }

  private static Judgement refused(String why, Value value, Resource alarm) {
    return Judgement.fail(why, Labels.at(value, alarm));
  }

  private static Judgement length(Step step, String property, int most) {
    Resource alarm = step.resource();
    Value value = step.graph().property(alarm, property);
    return value
        .asText()
        .filter(text -> text.length() > most)
        .map(
            text ->
                refused(
                    "`%s` has %d characters, and at most %d may be there"
                        .formatted(Shown.spelt(step, alarm, property), text.length(), most),
                    value,
                    alarm))
        .orElse(Judgement.pass());
  }

  /** F221: the property of the first schema is no longer taken. */
  private static Judgement language(Step step) {
    Resource alarm = step.resource();
    Value language = step.graph().property(alarm, "queryLanguage");
    if (language.isAbsent() || language instanceof Value.Unknown) {
      return Judgement.pass(); // of what is not known at all the query says so
    }
    return language.isKnown()
        ? refused(
            "`" + Shown.spelt(step, alarm, "queryLanguage") + "` is gone from the API",
            language,
            alarm)
        : Judgement.unknown(Shown.unknown(step, "queryLanguage", language), language, alarm);
  }

  /** T13: lines of the log cannot be asked for beside {@code unmask}. */
  private static Judgement unmasking(Step step) {
    Resource alarm = step.resource();
    Value query = step.graph().property(alarm, "query");
    boolean lines =
        step.graph().property(alarm, "logLines").asText().filter(n -> !n.equals("0")).isPresent();
    return lines && query.asText().map(LogsQuery::read).filter(LogsQuery::unmasks).isPresent()
        ? refused("the query asks to `unmask`, and log lines are to be shown", query, alarm)
        : Judgement.pass();
  }

  /** F225, F226: what is made of the rows is at least 1 where there is one. */
  private static Judgement aggregation(Step step, Value value) {
    Resource alarm = step.resource();
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> aggregation(step, step.graph().resolve(one)))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : Judgement.unknown(choice.why()))
          .orElse(Judgement.unknown(choice.why()));
    }
    if (value.isAbsent()) {
      return Judgement.pass(); // the API's refusal says so
    }
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "aggregation", value), value, alarm);
    }
    return Aggregation.read(text.get())
        .flatMap(LogAlarmFiring::doubt)
        .or(
            () ->
                Aggregation.read(text.get()).isPresent()
                    ? Optional.empty()
                    : Optional.of("is not of the form `count(*) by field`"))
        .map(
            why ->
                Judgement.unknown(
                    "`" + Shown.spelt(step, alarm, "aggregation") + "` " + why, value, alarm))
        .orElse(Judgement.pass());
  }

  private static Optional<String> doubt(Aggregation aggregation) {
    List<String> doubts = new ArrayList<>();
    boolean always = aggregation.of().filter(LogAlarmFiring::isThere).isPresent();
    if (!aggregation.countsRows() && !(aggregation.countsFields() && always)) {
      doubts.add(
          aggregation.countsFields()
              ? "counts `"
                  + aggregation.of().map(QueryField::name).orElse("")
                  + "`, which a record"
                  + " may lack"
              : "is `"
                  + aggregation.function()
                  + "` of what the rows hold, which the input does"
                  + " not tell");
    }
    aggregation.by().stream()
        .filter(field -> !isThere(field))
        .forEach(
            field ->
                doubts.add("parts the rows by `" + field.name() + "`, which a record may lack"));
    return doubts.stream().findFirst();
  }

  private static boolean isThere(QueryField field) {
    return QueryPattern.isAlwaysText(field) || OF_EVERY_CALL.contains(field.name());
  }
}
