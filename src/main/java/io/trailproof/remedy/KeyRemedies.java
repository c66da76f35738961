package io.trailproof.remedy;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lets a service use a key (F33, F91, F118). */
final class KeyRemedies {
  private static final String KEY = "aws.kms.Key";
  private static final List<String> ANY_USE = List.of("kms:GenerateDataKey*", "kms:Decrypt");
  private static final List<String> OF_LOGS =
      List.of(
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*");

  private KeyRemedies() {}

  /** The key of a log group by its ARN, and a policy that lets the service of its Region use it. */
  static Optional<Remedy> letLogs(Breach breach, FreshNames names, Wishes wishes) {
    Optional<Resource> key = key(breach);
    Optional<String> region =
        breach.resource().flatMap(one -> breach.graph().resolve(one.place().region()).asText());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<Alteration> changes = new ArrayList<>();
    changes.add(
        new Alteration.Set(
            breach.resource().orElseThrow().id(), "kmsKey", Canonical.reference(key.get(), "arn")));
    String service = "logs." + region.map(one -> one + ".").orElse("") + "amazonaws.com";
    return opened(breach, key.get(), service, OF_LOGS, wishes, changes);
  }

  /** A policy that lets CloudTrail use the key of a trail. */
  static Optional<Remedy> letTrail(Breach breach, FreshNames names, Wishes wishes) {
    return opened(breach, "cloudtrail.amazonaws.com", List.of("kms:GenerateDataKey*"), wishes);
  }

  /** A policy that lets what publishes to a topic use its key, where that is one's own. */
  static Optional<Remedy> letAlarm(Breach breach, FreshNames names, Wishes wishes) {
    return opened(breach, breach.publisher(), ANY_USE, wishes)
        .filter(one -> one.asked().isEmpty()); // a topic without a key needs nobody's word
  }

  private static Optional<Remedy> opened(
      Breach breach, String service, List<String> actions, Wishes wishes) {
    return key(breach).flatMap(key -> opened(breach, key, service, actions, wishes, List.of()));
  }

  private static Optional<Resource> key(Breach breach) {
    return breach
        .resource()
        .flatMap(
            user ->
                breach.graph().ofType(KEY).stream()
                    .filter(one -> one.existence() == Existence.MANAGED)
                    .filter(one -> breach.graph().names(user.property("kmsKey"), one) != Truth.NO)
                    .findFirst());
  }

  /**
   * A statement more. A key without a policy has the default one, which its own goes before: that
   * has to name whoever is never to be locked out.
   */
  private static Optional<Remedy> opened(
      Breach breach,
      Resource key,
      String service,
      List<String> actions,
      Wishes wishes,
      List<Alteration> first) {
    Value statement = Canonical.allow(service, actions, Canonical.text("*"));
    List<Alteration> changes = new ArrayList<>(first);
    if (key.has("policy")) {
      return Policies.with(breach.graph().property(key, "policy"), statement)
          .map(
              changed -> {
                changes.add(new Alteration.Set(key.id(), "policy", changed));
                return Remedies.one(breach, changes);
              });
    }
    Optional<String> owner = wishes.of(Remedy.Ask.OWNER);
    if (owner.isEmpty()) {
      return Optional.of(new Remedy(breach.requirement(), List.of(), List.of(Remedy.Ask.OWNER)));
    }
    Value owned = Canonical.allow("AWS", owner.get(), List.of("kms:*"), Canonical.text("*"));
    return Policies.with(Canonical.policy(owned), statement)
        .map(
            policy -> {
              changes.add(new Alteration.Set(key.id(), "policy", policy));
              return Remedies.one(breach, changes);
            });
  }
}
