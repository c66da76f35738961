package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a key lets a service use it, by its policy alone (F92, F211). */
record KeyAccess(Surroundings around) {
  /**
   * Whether the key that a value names lets a service make all of some calls.
   *
   * @param user what the service works for
   */
  Truth lets(Value named, String service, List<String> actions, Resource user) {
    for (Resource key : around.graph().ofType("aws.kms.Key")) {
      if (around.graph().names(named, key).isYes()) {
        return lets(key, service, actions, user);
      }
    }
    return Truth.UNKNOWN;
  }

  private Truth lets(Resource key, String service, List<String> actions, Resource user) {
    List<Value> documents = new ArrayList<>();
    Truth there = around.of(key).passes();
    for (Map.Entry<Resource, Truth> one :
        around.naming("aws.kms.KeyPolicy", "key", key).entrySet()) {
      documents.add(one.getKey().property("policy"));
      there = there.and(one.getValue());
    }
    Value own = around.graph().property(key, "policy");
    if (!own.isAbsent()) {
      documents.add(own);
    }
    if (documents.size() != 1) {
      return documents.isEmpty() ? Truth.NO : Truth.UNKNOWN;
    }
    Readings readings = around.readings();
    Truth usable =
        readings
            .flag(key, "enabled", true)
            .and(readings.text(key, "spec").is("SYMMETRIC_DEFAULT", "SYMMETRIC_DEFAULT"))
            .and(readings.text(key, "usage").is("ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT"))
            .and(readings.text(key, "origin").is("AWS_KMS", "AWS_KMS"));
    Truth all = there.and(usable.isNo() ? Truth.UNKNOWN : usable);
    Written written = around.written();
    for (String action : actions) {
      all =
          all.and(
              around
                  .policies()
                  .allows(
                      documents,
                      new PlainPolicy.Call(
                          Optional.of(service),
                          action,
                          Optional.of(written.arn(key)),
                          Map.of(
                              "aws:sourceaccount", written.text(user.place().account()),
                              "aws:sourcearn", written.arn(user),
                              "kms:calleraccount", written.fresh()))));
    }
    return all;
  }
}
