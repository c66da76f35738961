package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.Optional;

/**
 * Whether topics and queues keep an order: the name of one that does ends in its own way (F157).
 */
final class FifoNames {
  private static final String ENDING = ".fifo";

  private FifoNames() {}

  static Truth isFifo(ResourceGraph graph, Resource topic) {
    Value fifo = graph.property(topic, "fifo");
    Optional<String> word = fifo.asText();
    Optional<String> name = graph.property(topic, "name").asText();
    if (word.isPresent()) {
      return Truth.of(word.get().equals("true"));
    }
    return name.map(text -> Truth.of(text.endsWith(ENDING)))
        .orElse(fifo.isAbsent() ? Truth.NO : Truth.UNKNOWN);
  }

  /** True if a value names a queue that keeps an order. */
  static boolean leadsToOne(ResourceGraph graph, Value endpoint) {
    Optional<String> text = graph.resolve(endpoint).asText();
    if (text.isPresent()) {
      return text.get().startsWith("arn:") && text.get().endsWith(ENDING);
    }
    return ResourceIndex.of(graph).named("aws.sqs.Queue", endpoint).stream()
        .map(queue -> graph.resolve(queue.property("arn")))
        .flatMap(arn -> Arn.parse(arn).stream())
        .anyMatch(arn -> arn.resource().asText().filter(name -> name.endsWith(ENDING)).isPresent());
  }
}
