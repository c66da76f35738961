package io.trailproof.input.terraform.reference;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.PlannedInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements of a {@code data.aws_iam_policy_document} as the policy that its unknown
 * {@code json} will be (F102).
 */
public final class PolicyDocuments {

  /** What a document takes in before its own statements. */
  private static final List<String> SOURCES = List.of("source_json", "source_policy_documents");

  /** What it takes in after them. */
  private static final List<String> OVERRIDES =
      List.of("override_policy_documents", "override_json");

  static final List<String> MERGED = Stream.concat(SOURCES.stream(), OVERRIDES.stream()).toList();

  private PolicyDocuments() {}

  /**
   * The policy, with what other documents add to it; of two statements of one name the later one
   * counts.
   *
   * @param raw the properties of the data source, in terraform's spelling
   */
  static Value policy(PlannedInstance document, Value.Fields raw, Origin origin) {
    Value.Unknown later =
        new Value.Unknown(
            "is known only after apply, from `" + document.address().text() + "`", origin);
    List<Value> statements = new ArrayList<>();
    SOURCES.forEach(name -> merge(MergedDocuments.statements(raw.fields().get(name)), statements));
    Value own = raw.fields().get("statement");
    if (own instanceof Value.Items items) {
      merge(items.items().stream().map(PolicyDocuments::statement).toList(), statements);
    } else if (own != null || statements.isEmpty()) {
      statements.add(later);
    }
    OVERRIDES.forEach(
        name -> merge(MergedDocuments.statements(raw.fields().get(name)), statements));
    Map<String, Value> fields = new LinkedHashMap<>();
    Value version = raw.fields().get("version");
    fields.put("Version", version == null ? Value.text("2012-10-17", origin) : version);
    fields.put("Statement", new Value.Items(statements, origin));
    return new Value.Fields(fields, origin);
  }

  /** A statement replaces the one of its name; without a name it is one more. */
  private static void merge(List<Value> more, List<Value> statements) {
    for (Value statement : more) {
      String sid = sid(statement);
      int at = 0;
      while (at < statements.size() && (sid.isEmpty() || !sid(statements.get(at)).equals(sid))) {
        at++;
      }
      if (at < statements.size()) {
        statements.set(at, statement);
      } else {
        statements.add(statement);
      }
    }
  }

  private static String sid(Value statement) {
    return statement instanceof Value.Fields fields && fields.fields().get("Sid") != null
        ? Objects.requireNonNull(fields.fields().get("Sid")).asText().orElse("")
        : "";
  }

  private static Value statement(Value value) {
    if (!(value instanceof Value.Fields raw)) {
      return value;
    }
    Origin origin = raw.origin();
    Map<String, Value> fields = new LinkedHashMap<>();
    copy(raw, "sid", "Sid", fields);
    Value effect = raw.fields().get("effect");
    fields.put(
        "Effect", effect == null || isNothing(effect) ? Value.text("Allow", origin) : effect);
    copy(raw, "actions", "Action", fields);
    copy(raw, "not_actions", "NotAction", fields);
    copy(raw, "resources", "Resource", fields);
    copy(raw, "not_resources", "NotResource", fields);
    principals(raw, "principals", "Principal", fields);
    principals(raw, "not_principals", "NotPrincipal", fields);
    conditions(raw, fields);
    return new Value.Fields(fields, origin);
  }

  private static void copy(Value.Fields raw, String from, String to, Map<String, Value> fields) {
    Value value = raw.fields().get(from);
    if (value != null && !isNothing(value)) {
      fields.put(to, value);
    }
  }

  /** {@code type = "*"} with {@code identifiers = ["*"]} is everybody, written without a type. */
  private static void principals(
      Value.Fields raw, String from, String to, Map<String, Value> fields) {
    Value value = raw.fields().get(from);
    if (value == null || isNothing(value)) {
      return;
    }
    Map<String, List<Value>> byType = new LinkedHashMap<>();
    if (!grouped(value, "type", "identifiers", byType)) {
      fields.put(to, unreadable(value));
      return;
    }
    if (byType.containsKey("*")) {
      fields.put(to, Value.text("*", value.origin()));
      return;
    }
    Map<String, Value> principals = new LinkedHashMap<>();
    byType.forEach((type, ids) -> principals.put(type, new Value.Items(ids, value.origin())));
    fields.put(to, new Value.Fields(principals, value.origin()));
  }

  private static void conditions(Value.Fields raw, Map<String, Value> fields) {
    Value value = raw.fields().get("condition");
    if (value == null || isNothing(value)) {
      return;
    }
    if (!(value instanceof Value.Items items)) {
      fields.put("Condition", unreadable(value));
      return;
    }
    Map<String, Map<String, Value>> tests = new LinkedHashMap<>();
    for (Value item : items.items()) {
      Map<String, List<Value>> byVariable = new LinkedHashMap<>();
      String test =
          item instanceof Value.Fields one && one.fields().get("test") instanceof Value.Known known
              ? known.text()
              : "";
      if (test.isEmpty()
          || !grouped(
              new Value.Items(List.of(item), item.origin()), "variable", "values", byVariable)) {
        fields.put("Condition", unreadable(value));
        return;
      }
      Map<String, Value> variables = tests.computeIfAbsent(test, t -> new LinkedHashMap<>());
      byVariable.forEach(
          (variable, texts) ->
              variables.merge(
                  variable, new Value.Items(texts, item.origin()), PolicyDocuments::together));
    }
    Map<String, Value> written = new LinkedHashMap<>();
    tests.forEach(
        (test, variables) -> written.put(test, new Value.Fields(variables, value.origin())));
    fields.put("Condition", new Value.Fields(written, value.origin()));
  }

  private static Value together(Value one, Value other) {
    List<Value> both = new ArrayList<>(((Value.Items) one).items());
    both.addAll(((Value.Items) other).items());
    return new Value.Items(both, one.origin());
  }

  /** Collects lists by the known text of another member; false if one of them is unknown. */
  private static boolean grouped(
      Value blocks, String name, String list, Map<String, List<Value>> groups) {
    if (!(blocks instanceof Value.Items items)) {
      return false;
    }
    for (Value item : items.items()) {
      if (!(item instanceof Value.Fields fields)
          || !(fields.fields().get(name) instanceof Value.Known key)
          || !(fields.fields().get(list) instanceof Value.Items texts)) {
        return false;
      }
      groups.computeIfAbsent(key.text(), k -> new ArrayList<>()).addAll(texts.items());
    }
    return true;
  }

  private static Value unreadable(Value value) {
    return value instanceof Value.Unknown
        ? value
        : new Value.Unknown("is known only after apply", value.origin());
  }

  private static boolean isNothing(@Nullable Value value) {
    if (value instanceof Value.Items items) {
      return items.items().isEmpty();
    }
    if (value instanceof Value.Known known) {
      return known.text().isEmpty();
    }
    return value == null || value instanceof Value.Absent;
  }
}
