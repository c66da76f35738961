package io.trailproof.remedy;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A role of its own, which a service may assume and which may do one thing (F22, F230). */
final class ServiceRole {
  private static final String ROLE = "aws.iam.Role";
  private static final String ROLE_POLICY = "aws.iam.RolePolicy";

  private ServiceRole() {}

  /**
   * Adds a role to what is changed; empty where the format beside it cannot write one.
   *
   * @param words that it is called by, such as {@code cloudtrail-to-logs}
   * @param service that assumes it
   * @param actions that it may do
   * @param resource on which
   */
  static Optional<ResourceId> add(
      FreshNames names,
      String words,
      Resource beside,
      String service,
      List<String> actions,
      Value resource,
      List<Alteration> changes) {
    Optional<ResourceId> role = names.id(ROLE, words, beside);
    Optional<ResourceId> policy = names.id(ROLE_POLICY, words, beside);
    if (role.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> trust = new LinkedHashMap<>();
    trust.put("Effect", Canonical.text("Allow"));
    trust.put("Principal", Canonical.object(Map.of("Service", Canonical.text(service))));
    trust.put("Action", Canonical.text("sts:AssumeRole"));
    Map<String, Value> allowed = new LinkedHashMap<>();
    allowed.put("Effect", Canonical.text("Allow"));
    allowed.put("Action", Canonical.list(actions.stream().map(Canonical::text).toList()));
    allowed.put("Resource", resource);
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("name", Canonical.text(names.text(words)));
    properties.put("trust", Canonical.policy(Canonical.object(trust)));
    changes.add(new Alteration.Add(role.get(), ROLE, beside.id(), properties));
    Map<String, Value> inline = new LinkedHashMap<>();
    inline.put("name", Canonical.text(words));
    inline.put("roles", new Value.Reference(role.get(), "name", Origin.NOWHERE));
    inline.put("policy", Canonical.policy(Canonical.object(allowed)));
    changes.add(new Alteration.Add(policy.get(), ROLE_POLICY, beside.id(), inline));
    return role;
  }
}
