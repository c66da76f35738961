package io.trailproof.remedy;

import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What helps against what does not hold, by the ids of requirements; the first that helps counts.
 */
final class Remedies {
  private static final Map<String, List<Maker>> ALL = new LinkedHashMap<>();

  static {
    trail();
    logGroup();
    filter();
    alarm();
    logAlarm();
    topic();
    events();
  }

  private Remedies() {}

  /** The remedies of a requirement, the smallest first; none where no change is known. */
  static List<Maker> of(String requirement) {
    return ALL.getOrDefault(requirement, List.of());
  }

  private static void put(String requirement, Maker... makers) {
    ALL.put(requirement, List.of(makers));
  }

  private static void trail() {
    put("trail", TrailAdditions::trail);
    put("trail-accepted", TrailAdditions::letWrite, KeyRemedies::letTrail, Remedies::rename);
    put("trail-logging", set("logging", true));
    put("trail-global-events", set("globalServiceEvents", true));
    put("trail-regions", set("multiRegion", true));
    put(
        "trail-selectors",
        TrailRemedies::takeManagementEvents,
        TrailRemedies::takeManagementEvents,
        TrailRemedies::takeNothingRefused);
  }

  private static void logGroup() {
    put("trail-to-log-group", TrailRemedies::deliver);
    put("trail-to-log-group-arn", TrailRemedies::nameGroupByArn);
    put("trail-to-log-group-role", TrailRemedies::letDeliver);
    put("trail-to-log-group-region", TrailRemedies::deliverBeside);
    put("log-group-key", KeyRemedies::letLogs);
    put(
        "log-group-class",
        (breach, names, wishes) -> edit(breach, "class", Canonical.text("STANDARD")));
  }

  private static void filter() {
    put("filter", FilterRemedies::add);
    put("filter-pattern", FilterRemedies::setPattern, FilterRemedies::add);
    put("filter-log-group-name", FilterRemedies::nameGroup, FilterRemedies::add);
    put("filter-metric", FilterRemedies::oneTransformation, FilterRemedies::add);
    put("filter-names", FilterRemedies::add);
    put("filter-input", FilterRemedies::seeRecord, FilterRemedies::add);
    put("filter-log-group-region", FilterRemedies::add);
  }

  private static void alarm() {
    put("alarm", AlarmRemedies::add);
    put("metric-name", AlarmRemedies::watch, AlarmRemedies::add);
    put("metric-namespace", AlarmRemedies::watch, AlarmRemedies::add);
    put("alarm-region", AlarmRemedies::add);
    put("alarm-dimensions", AlarmRemedies::dropDimensions, AlarmRemedies::add);
    put("alarm-unit", AlarmRemedies.without("unit"), AlarmRemedies::add);
    put("filter-transformation", AlarmRemedies::countOne);
    for (String aspect : List.of("comparison", "statistic", "threshold", "periods")) {
      put("alarm-" + aspect, AlarmRemedies.fireOnOne(aspect), AlarmRemedies::add);
    }
    put("alarm-missing-data", AlarmRemedies.fireOnOne("missing-data"), AlarmRemedies::add);
    put("alarm-configuration", AlarmRemedies::watchOneThing, AlarmRemedies::add);
    put("alarm-in-time", AlarmRemedies.fireOnOne("periods"), AlarmRemedies::add);
    put("made-twice", Remedies::rename);
    put("replaced", Remedies::rename);
    put("alarm-actions-enabled", set("actionsEnabled", true));
    put("alarm-composite", AlarmRemedies::add);
    put("alarm-composite-accepted", AlarmRemedies::add);
    put("alarm-composite-region", AlarmRemedies::act);
    put("alarm-actions-arn", AlarmRemedies::act);
    put("alarm-actions-count", AlarmRemedies::add);
    put("alarm-actions-suppressed", AlarmRemedies::add);
    put("alarm-actions-region", AlarmRemedies::act);
    put("alarm-actions", AlarmRemedies::act);
    put("alarm-notifies", AlarmRemedies::act);
  }

  private static void logAlarm() {
    put(
        "log-alarm-configuration",
        LogAlarmRemedies.fireOnOne(
            "comparisonOperator", "threshold", "resultsToEvaluate", "resultsToAlarm"));
    put("log-alarm-aggregation", LogAlarmRemedies.fireOnOne("aggregation"));
    put("log-alarm-threshold", LogAlarmRemedies.fireOnOne("comparisonOperator", "threshold"));
    put(
        "log-alarm-window",
        LogAlarmRemedies::leaveNoGap,
        LogAlarmRemedies.fireOnOne("resultsToAlarm"));
    put("log-alarm-missing-data", LogAlarmRemedies.fireOnOne("missingData"));
    put("log-alarm-query", LogAlarmRemedies::setQuery);
    put("log-alarm-log-group", LogAlarmRemedies::readGroup);
    put("log-alarm-log-group-name", LogAlarmRemedies::readGroup);
    put("log-alarm-role", LogAlarmRemedies::letRead);
    put("log-alarm", LogAlarmRemedies::add);
    put("log-alarm-composite", AlarmRemedies::act);
  }

  private static void events() {
    put("event-rule", EventRemedies::addRule);
    put("event-target", EventRemedies::addTarget);
    put("event-rule-pattern", EventRemedies::addRule);
    put("event-rule-state", set("state", "ENABLED"));
    put("event-rule-enabled", AlarmRemedies.without("enabled"));
    put("event-rule-bus", AlarmRemedies.without("bus"));
    put("event-target-bus", AlarmRemedies.without("bus"));
  }

  private static void topic() {
    for (String id : List.of("sns-topic-message", "sns-topic-name")) {
      put(id, TopicRemedies::addBeside);
    }
    put("sns-encryption", KeyRemedies::letAlarm, TopicRemedies::addBeside);
    put("sns-topic", TopicRemedies::letPublish, TopicRemedies::addBeside);
    put("sns-topic-type", TopicRemedies::addBeside);
    put("lambda-action", TopicRemedies::addBeside);
    put("systems-manager-action", TopicRemedies::addBeside);
    put("sns-subscription", TopicRemedies::subscribe);
    put("sns-subscription-region", TopicRemedies::subscribe);
    put("sns-subscription-topic-arn", TopicRemedies::subscribe);
    put(
        "sns-subscription-delivery",
        TopicRemedies::takeCommonMessages,
        TopicRemedies::subscribe,
        TopicRemedies::otherTopic);
  }

  private static Maker set(String property, boolean value) {
    return (breach, names, wishes) -> edit(breach, property, Canonical.flag(value));
  }

  private static Maker set(String property, String value) {
    return (breach, names, wishes) -> edit(breach, property, Canonical.text(value));
  }

  /** What shares its name with another one gets a name of its own. */
  private static Optional<Remedy> rename(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .resource()
        .flatMap(one -> breach.graph().property(one, "name").asText())
        .flatMap(name -> edit(breach, "name", Canonical.text(names.text(name))));
  }

  /** A property of the resource at which something does not hold gets another value. */
  static Optional<Remedy> edit(Breach breach, String property, Value value) {
    return breach
        .resource()
        .map(one -> one(breach, List.of(new Alteration.Set(one.id(), property, value))));
  }

  /** The remedy of some changes. */
  static Remedy one(Breach breach, List<Alteration> changes) {
    return new Remedy(breach.requirement(), new ArrayList<>(changes), List.of());
  }
}
