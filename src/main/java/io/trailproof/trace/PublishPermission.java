package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a topic lets a service publish, by its policy alone (F89, F90, F155). */
record PublishPermission(Surroundings around) {
  /**
   * Whether a service may publish.
   *
   * @param publisher what it publishes for, such as an alarm
   */
  Truth lets(Resource topic, Resource publisher, String service) {
    Map<Resource, Truth> policies = around.naming("aws.sns.TopicPolicy", "topics", topic);
    Value own = around.graph().property(topic, "policy");
    if (policies.isEmpty() && own.isAbsent()) {
      return byDefault(topic, publisher);
    }
    if (policies.isEmpty()) {
      return lets(own, topic, publisher, service);
    }
    Resource only = policies.keySet().iterator().next();
    if (around.readings().isNoArn(only.property("topics"))) {
      return Truth.NO; // the API refuses it
    }
    return policies.size() == 1 && policies.get(only) == Truth.YES
        ? lets(only.property("policy"), topic, publisher, service)
            .and(around.of(only).passes().isYes() ? Truth.YES : Truth.UNKNOWN)
        : Truth.UNKNOWN;
  }

  /** The policy that a topic begins with lets its own account in (F89). */
  private Truth byDefault(Resource topic, Resource publisher) {
    boolean isCloudTrail = publisher.type().equals("aws.cloudtrail.Trail");
    Truth same = around.inOneAccount(topic, publisher);
    boolean mayHaveOne =
        around.mayBeElsewhere(Optional.of(topic), "aws.sns.TopicPolicy").isPresent();
    return isCloudTrail || same.isNo()
        ? mayHaveOne ? Truth.UNKNOWN : Truth.NO
        : mayHaveOne ? Truth.UNKNOWN : same;
  }

  private Truth lets(Value policy, Resource topic, Resource publisher, String service) {
    Written written = around.written();
    return around
        .policies()
        .allows(
            List.of(policy),
            new PlainPolicy.Call(
                Optional.of(service),
                "sns:Publish",
                Optional.of(written.arn(topic)),
                Map.of(
                    "aws:securetransport", "true",
                    "aws:sourceaccount", written.text(publisher.place().account()),
                    "aws:sourceowner", written.text(publisher.place().account()),
                    "aws:sourcearn", written.arn(publisher))));
  }
}
