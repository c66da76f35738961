package io.trailproof.remedy;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policy documents with a statement more. */
final class Policies {
  private static final String STATEMENT = "Statement";

  private Policies() {}

  /** The policy with a statement behind its own; empty where it cannot be read. */
  static Optional<Value> with(Value policy, Value statement) {
    return object(policy)
        .map(
            fields -> {
              Map<String, Value> changed = new LinkedHashMap<>(fields.fields());
              Value own = changed.get(STATEMENT);
              List<Value> all = new ArrayList<>();
              if (own instanceof Value.Items items) {
                all.addAll(items.items());
              } else if (own != null) {
                all.add(own);
              }
              all.add(statement);
              changed.put(STATEMENT, Canonical.list(all));
              return new Value.Fields(changed, policy.origin());
            });
  }

  private static Optional<Value.Fields> object(Value policy) {
    if (policy instanceof Value.Fields fields) {
      return Optional.of(fields);
    }
    return policy
        .asText()
        .flatMap(text -> Optional.ofNullable(Json.read(text).value()))
        .map(Policies::value)
        .flatMap(
            one -> one instanceof Value.Fields fields ? Optional.of(fields) : Optional.empty());
  }

  private static Value value(Json json) {
    Optional<Map<String, Json>> members = json.asMembers();
    if (members.isPresent()) {
      Map<String, Value> fields = new LinkedHashMap<>();
      members.get().forEach((name, member) -> fields.put(name, value(member)));
      return new Value.Fields(fields, Origin.NOWHERE);
    }
    if (json.kind() == Json.Kind.ARRAY) {
      return Canonical.list(json.elements().stream().map(Policies::value).toList());
    }
    return switch (json.kind()) {
      case TRUE, FALSE -> Canonical.flag(json.kind() == Json.Kind.TRUE);
      default -> Canonical.text(json.asText().orElse(""));
    };
  }
}
