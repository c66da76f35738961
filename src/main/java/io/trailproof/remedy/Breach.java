package io.trailproof.remedy;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Rule;
import java.util.Optional;

/**
 * One requirement that does not hold at one place of a path.
 *
 * @param requirement its id, such as {@code alarm-threshold}
 * @param previous the resource of the link before
 * @param resource the resource at which it does not hold; empty where none stands
 */
record Breach(
    Rule rule,
    ResourceGraph graph,
    String requirement,
    Optional<Resource> previous,
    Optional<Resource> resource,
    Judgement judgement) {

  /** The resource that it is about, or the one behind which something lacks. */
  Optional<Resource> about() {
    return resource.or(() -> previous);
  }

  /** The service that publishes to topics by the rule's way (F89, F98). */
  String publisher() {
    return rule.chain().way().equals("eventbridge")
        ? "events.amazonaws.com"
        : "cloudwatch.amazonaws.com";
  }
}
