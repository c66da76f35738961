package io.trailproof.remedy;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.adapter.OtherPurpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What makes a log alarm find an event and go off for it. */
final class LogAlarmRemedies {
  private static final String TYPE = "aws.cloudwatch.LogAlarm";
  private static final String GROUPS = "logGroups";
  private static final String RATE = "rate(";

  /** So late a record may arrive, in seconds (F224). */
  private static final int LATE = 900;

  private static final Map<String, Integer> UNITS =
      Map.of("minute", 60, "minutes", 60, "hour", 3600, "hours", 3600);

  /** One row of one result sets it off (F225, F227). */
  private static final Map<String, Value> ONE_ROW = new LinkedHashMap<>();

  static {
    ONE_ROW.put("comparisonOperator", Canonical.text("GreaterThanOrEqualToThreshold"));
    ONE_ROW.put("threshold", Canonical.number(1));
    ONE_ROW.put("resultsToEvaluate", Canonical.number(1));
    ONE_ROW.put("resultsToAlarm", Canonical.number(1));
    ONE_ROW.put("aggregation", Canonical.text("count(*)"));
    ONE_ROW.put("missingData", Canonical.text("notBreaching"));
  }

  private LogAlarmRemedies() {}

  /** Some properties as they are where one row sets the alarm off. */
  static Maker fireOnOne(String... properties) {
    return (breach, names, wishes) -> {
      List<Alteration> changes = new ArrayList<>();
      for (String property : properties) {
        breach
            .resource()
            .filter(one -> !one.property(property).asText().equals(wanted(property).asText()))
            .ifPresent(
                one -> changes.add(new Alteration.Set(one.id(), property, wanted(property))));
      }
      return changes.isEmpty() ? Optional.empty() : Optional.of(Remedies.one(breach, changes));
    };
  }

  private static Value wanted(String property) {
    return ONE_ROW.getOrDefault(property, Canonical.number(1));
  }

  /** Each run looks back to the one before, and as far as a record may be late. */
  static Optional<Remedy> leaveNoGap(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .resource()
        .flatMap(alarm -> breach.graph().property(alarm, "schedule").asText())
        .flatMap(LogAlarmRemedies::seconds)
        .flatMap(seconds -> Remedies.edit(breach, "startOffset", Canonical.number(seconds + LATE)));
  }

  /** The seconds between two runs; empty for what is no rate in minutes or hours. */
  private static Optional<Integer> seconds(String schedule) {
    String text = schedule.strip().toLowerCase(Locale.ROOT);
    if (!text.startsWith(RATE) || !text.endsWith(")")) {
      return Optional.empty();
    }
    String[] words = text.substring(RATE.length(), text.length() - 1).strip().split(" +", -1);
    if (words.length != 2 || !words[0].matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int count = Integer.parseInt(words[0]);
    return Optional.ofNullable(UNITS.get(words[1])).map(unit -> unit * count);
  }

  /** Another query, unless the alarm serves something else as well. */
  static Optional<Remedy> setQuery(Breach breach, FreshNames names, Wishes wishes) {
    return breach
        .resource()
        .filter(alarm -> !OtherPurpose.of(breach.graph(), alarm, breach.rule().events()))
        .flatMap(
            alarm ->
                Remedies.edit(breach, "query", Canonical.text(breach.rule().suggestedQuery())));
  }

  /** The log group by its name, in place of what names it otherwise, or beside others (F229). */
  static Optional<Remedy> readGroup(Breach breach, FreshNames names, Wishes wishes) {
    Resource alarm = breach.resource().orElse(null);
    Resource group = breach.previous().orElse(null);
    if (alarm == null || group == null) {
      return Optional.empty();
    }
    List<Value> groups = new ArrayList<>();
    if (alarm.property(GROUPS) instanceof Value.Items all) {
      all.items().stream()
          .filter(one -> isAnother(breach.graph(), one, group))
          .forEach(groups::add);
    }
    groups.add(Canonical.reference(group, "name"));
    return Remedies.edit(breach, GROUPS, Canonical.list(groups));
  }

  private static boolean isAnother(ResourceGraph graph, Value named, Resource group) {
    return graph.names(named, group) == Truth.NO;
  }

  /** A log alarm of its own on the log group, where the input has a provider that makes some. */
  static Optional<Remedy> add(Breach breach, FreshNames names, Wishes wishes) {
    Resource group = breach.about().filter(one -> isMade(breach.graph(), one)).orElse(null);
    if (group == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    Optional<ResourceId> role = role(names, group, changes);
    Optional<ResourceId> alarm = names.id(TYPE, breach.rule().id(), group);
    if (role.isEmpty() || alarm.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("name", Canonical.text(names.text(breach.rule().id())));
    properties.put("query", Canonical.text(breach.rule().suggestedQuery()));
    properties.put(GROUPS, Canonical.list(Canonical.reference(group, "name")));
    properties.put("queryRole", new Value.Reference(role.get(), "arn", Origin.NOWHERE));
    properties.put("schedule", Canonical.text("rate(5 minutes)"));
    properties.put("startOffset", Canonical.number(5 * 60 + LATE));
    properties.putAll(ONE_ROW);
    AlarmRemedies.topic(breach.graph(), group)
        .ifPresent(
            topic -> properties.put("actions", Canonical.list(Canonical.reference(topic, "arn"))));
    changes.add(new Alteration.Add(alarm.get(), TYPE, group.id(), properties));
    return Optional.of(Remedies.one(breach, changes));
  }

  private static boolean isMade(ResourceGraph graph, Resource group) {
    return group.dialect() != Dialect.TERRAFORM
        || graph.resources().stream().anyMatch(one -> one.address().contains("awscc_"));
  }

  private static Optional<ResourceId> role(
      FreshNames names, Resource beside, List<Alteration> changes) {
    return ServiceRole.add(
        names,
        "log-alarm-query",
        beside,
        "logs.amazonaws.com",
        List.of(
            "logs:StartQuery", "logs:StopQuery", "logs:GetQueryResults", "logs:DescribeLogGroups"),
        Canonical.text("*"),
        changes);
  }

  /** A role of its own by which the query runs (F230). */
  static Optional<Remedy> letRead(Breach breach, FreshNames names, Wishes wishes) {
    Resource alarm = breach.resource().orElse(null);
    if (alarm == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    return role(names, alarm, changes)
        .map(
            role -> {
              changes.add(
                  new Alteration.Set(
                      alarm.id(), "queryRole", new Value.Reference(role, "arn", Origin.NOWHERE)));
              return Remedies.one(breach, changes);
            });
  }
}
