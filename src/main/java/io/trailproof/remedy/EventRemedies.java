package io.trailproof.remedy;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has EventBridge hear of calls and tell a topic (F98); templates write targets otherwise. */
final class EventRemedies {
  private static final String RULE = "aws.events.Rule";
  private static final String TARGET = "aws.events.Target";
  private static final String SERVICE = ".amazonaws.com";

  private EventRemedies() {}

  /** An event rule of its own for the calls. */
  static Optional<Remedy> addRule(Breach breach, FreshNames names, Wishes wishes) {
    Resource beside = breach.about().filter(one -> one.dialect() == Dialect.TERRAFORM).orElse(null);
    Optional<Value> pattern = pattern(breach.rule().events());
    if (beside == null || pattern.isEmpty()) {
      return Optional.empty();
    }
    return names
        .id(RULE, breach.rule().id(), beside)
        .map(
            id -> {
              Map<String, Value> properties = new LinkedHashMap<>();
              properties.put("name", Canonical.text(names.text(breach.rule().id())));
              properties.put("pattern", pattern.get());
              return Remedies.one(
                  breach, List.of(new Alteration.Add(id, RULE, beside.id(), properties)));
            });
  }

  /** The calls by their names, which CloudTrail hands on; empty where names do not tell them. */
  private static Optional<Value> pattern(List<Event> events) {
    Set<String> services = new LinkedHashSet<>();
    List<Value> calls = new ArrayList<>();
    for (Event event : events) {
      if (!event.isNameAlone()
          || !event.source().endsWith(SERVICE)
          || event.source().startsWith("signin.")) {
        return Optional.empty();
      }
      services.add(event.source());
      calls.add(Canonical.text(event.name()));
    }
    Map<String, Value> detail = new LinkedHashMap<>();
    detail.put("eventSource", Canonical.list(services.stream().map(Canonical::text).toList()));
    detail.put("eventName", Canonical.list(calls));
    Map<String, Value> pattern = new LinkedHashMap<>();
    pattern.put("source", Canonical.list(services.stream().map(EventRemedies::source).toList()));
    pattern.put("detail-type", Canonical.list(Canonical.text("AWS API Call via CloudTrail")));
    pattern.put("detail", Canonical.object(detail));
    return Optional.of(Canonical.object(pattern));
  }

  private static Value source(String service) {
    return Canonical.text("aws." + service.substring(0, service.length() - SERVICE.length()));
  }

  /** A target of the rule that tells a topic: one that somebody hears, or a new one. */
  static Optional<Remedy> addTarget(Breach breach, FreshNames names, Wishes wishes) {
    Resource rule =
        breach
            .previous()
            .filter(one -> one.type().equals(RULE) && one.dialect() == Dialect.TERRAFORM)
            .orElse(null);
    if (rule == null) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    Optional<ResourceId> topic =
        AlarmRemedies.topic(breach.graph(), rule)
            .map(Resource::id)
            .or(() -> TopicRemedies.newTopic(breach, names, rule, changes));
    Optional<ResourceId> target = names.id(TARGET, breach.rule().id(), rule);
    if (topic.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("rule", Canonical.reference(rule, "name"));
    properties.put("target", new Value.Reference(topic.get(), "arn", Origin.NOWHERE));
    changes.add(new Alteration.Add(target.get(), TARGET, rule.id(), properties));
    return Optional.of(Remedies.one(breach, changes));
  }
}
