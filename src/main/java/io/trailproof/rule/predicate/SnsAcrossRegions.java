package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As whom a topic comes to a queue or function of another Region, which is not settled where one of
 * the two Regions has to be opted into (F178).
 */
record SnsAcrossRegions(List<String> regions) {
  /** Regions that every account has; all later ones have to be opted into. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ap-south-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-north-1",
          "sa-east-1");

  /** The Regions of a topic and of what it delivers to, if they differ and one is opted into. */
  static Optional<SnsAcrossRegions> between(
      ResourceGraph graph, Resource topic, Resource endpoint) {
    if (graph.same(topic.place().region(), endpoint.place().region()) != Truth.NO) {
      return Optional.empty();
    }
    List<String> regions =
        List.of(topic, endpoint).stream()
            .flatMap(one -> graph.resolve(one.place().region()).asText().stream())
            .toList();
    return EVERYWHERE.containsAll(regions)
        ? Optional.empty()
        : Optional.of(new SnsAcrossRegions(regions));
  }

  /** The names that the service has there. */
  List<String> services() {
    return regions.stream().map(region -> "sns." + region + ".amazonaws.com").toList();
  }
}
