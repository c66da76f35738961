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
public final class Policies {
  private static final String STATEMENT = "Statement";

  private Policies() {}

  /** The policy with a statement behind its own; empty where it cannot be read. */
  static Optional<Value> with(Value policy, Value statement) {
    return object(policy)
        .map(
            fields -> {
              Map<String, Value> changed = new LinkedHashMap<>(fields.fields());
              List<Value> all = new ArrayList<>(statements(fields));
              all.add(statement);
              changed.put(STATEMENT, Canonical.list(all));
              return new Value.Fields(changed, policy.origin());
            });
  }

  /** The statements that a policy has behind those of another one. */
  public static List<Value> more(Value policy, Value with) {
    List<Value> before = object(policy).map(Policies::statements).orElse(List.of());
    List<Value> after = object(with).map(Policies::statements).orElse(List.of());
    return before.isEmpty() || after.size() < before.size()
        ? List.of()
        : after.subList(before.size(), after.size());
  }

  private static List<Value> statements(Value.Fields policy) {
    Value own = policy.fields().get(STATEMENT);
    if (own instanceof Value.Items items) {
      return items.items();
    }
    return own == null ? List.of() : List.of(own);
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
