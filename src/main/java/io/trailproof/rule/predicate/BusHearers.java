package io.trailproof.rule.predicate;

import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;

/**
 * Event rules that hear what a service sends to the default bus of the Region and account where it
 * works.
 *
 * @param place where the service sends from
 */
record BusHearers(ResourceGraph graph, Place place) {
  /** True if a rule on that bus may take an event. */
  boolean mayHear(Resource rule, Json event) {
    return isOnBus(rule) && EventRules.takes(graph, rule, event) != Truth.NO;
  }

  /** True if a rule that is switched on hears that bus. */
  boolean isOnBus(Resource rule) {
    return DefaultBus.is(graph, rule) == Truth.YES
        && text(rule, "state").startsWith("ENABLED")
        && text(rule, "enabled").equals("true")
        && graph.same(rule.place().region(), place.region()) != Truth.NO
        && graph.same(rule.place().account(), place.account()) != Truth.NO;
  }

  /** A target that is not read here may tell somebody, and a topic where somebody subscribes. */
  boolean mayTell(Resource rule) {
    for (Resource target :
        ResourceIndex.of(graph).possibleReferrers("aws.events.Target", "rule", rule)) {
      List<Resource> topics =
          ResourceIndex.of(graph).named("aws.sns.Topic", target.property("target"));
      if (topics.isEmpty()
          || topics.stream()
              .anyMatch(
                  topic -> topic.existence().mayHaveRelationsElsewhere() || hasSubscriber(topic))) {
        return true;
      }
    }
    return false;
  }

  /** True if somebody subscribes to a topic for certain. */
  boolean hasSubscriber(Resource topic) {
    return !referrers("aws.sns.Subscription", "topic", topic).isEmpty()
        || !referrers("aws.chatbot.ChannelConfiguration", "topics", topic).isEmpty();
  }

  /** The resources of a type whose property names a resource for certain. */
  List<Resource> referrers(String type, String property, Resource to) {
    return ResourceIndex.of(graph).referrers(type, property, to).entrySet().stream()
        .filter(one -> one.getValue() == Truth.YES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private String text(Resource resource, String property) {
    return graph.property(resource, property).asText().orElse("");
  }
}
