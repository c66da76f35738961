package io.trailproof.remedy;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that remedies write. */
final class Canonical {
  private Canonical() {}

  static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  static Value number(int number) {
    return Value.number(BigDecimal.valueOf(number), Origin.NOWHERE);
  }

  static Value flag(boolean flag) {
    return Value.flag(flag, Origin.NOWHERE);
  }

  static Value list(Value... items) {
    return new Value.Items(Arrays.asList(items), Origin.NOWHERE);
  }

  static Value list(List<Value> items) {
    return new Value.Items(items, Origin.NOWHERE);
  }

  static Value object(Map<String, Value> fields) {
    return new Value.Fields(fields, Origin.NOWHERE);
  }

  /** What names a resource. */
  static Value reference(Resource target, String attribute) {
    return new Value.Reference(target.id(), attribute, Origin.NOWHERE);
  }

  /** A policy of one statement that lets a service do something. */
  static Value policy(Value statement) {
    Map<String, Value> policy = new LinkedHashMap<>();
    policy.put("Version", text("2012-10-17"));
    policy.put("Statement", list(statement));
    return object(policy);
  }

  /** A statement that lets a service do something. */
  static Value allow(String service, List<String> actions, Value resource) {
    return allow("Service", service, actions, resource);
  }

  /**
   * A statement that lets somebody do something.
   *
   * @param kind of principal, such as {@code AWS}
   */
  static Value allow(String kind, String principal, List<String> actions, Value resource) {
    Map<String, Value> statement = new LinkedHashMap<>();
    statement.put("Effect", text("Allow"));
    statement.put("Principal", object(Map.of(kind, text(principal))));
    statement.put("Action", list(actions.stream().map(Canonical::text).toList()));
    statement.put("Resource", resource);
    return object(statement);
  }
}
