package io.trailproof.trace;

import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Policy documents asked about one call of one service: a deny that applies is too much, an allow
 * that applies is enough.
 */
record PlainPolicy(ResourceGraph graph, Written written) {
  private static final Set<String> LITERAL = Set.of("stringequals");
  private static final Set<String> WILD = Set.of("stringlike", "arnlike", "arnequals");
  private static final String IF_EXISTS = "ifexists";

  /**
   * The call that is asked about.
   *
   * @param service the service principal; empty where the policy belongs to who calls
   * @param resource the ARN of what is acted on; empty where the policy names none
   * @param context condition keys in lower case
   */
  record Call(
      Optional<String> service,
      String action,
      Optional<String> resource,
      Map<String, String> context) {
    Call {
      context = Map.copyOf(context);
    }
  }

  /** Whether some documents that decide together let the call through. */
  Truth allows(List<Value> documents, Call call) {
    Truth allowed = Truth.NO;
    Truth denied = Truth.NO;
    for (Value document : documents) {
      Json read = document(document);
      if (!(read instanceof Json.Obj policy)) {
        allowed = allowed.or(Truth.UNKNOWN);
        denied = denied.or(Truth.UNKNOWN);
        continue;
      }
      Json statements = policy.members().get("Statement");
      for (Json statement : statements == null ? List.<Json>of() : statements.elements()) {
        Truth applies = applies(statement, call);
        String effect = member(statement, "Effect").flatMap(Json::asText).orElse("");
        if (!effect.equals("Deny")) {
          allowed = allowed.or(effect.equals("Allow") ? applies : applies.and(Truth.UNKNOWN));
        }
        if (!effect.equals("Allow")) {
          denied = denied.or(effect.equals("Deny") ? applies : applies.and(Truth.UNKNOWN));
        }
      }
    }
    return allowed.and(denied.not());
  }

  /** The document that a value holds, as a text or as an object; null where it cannot be read. */
  @Nullable Json document(Value value) {
    Value known = graph.resolve(value);
    return known instanceof Value.Known || known instanceof Value.Template
        ? Json.read(written.text(known)).value()
        : json(known);
  }

  private Json json(Value value) {
    Value known = graph.resolve(value);
    if (known instanceof Value.Items items) {
      return new Json.Arr(items.items().stream().map(this::json).toList());
    }
    if (known instanceof Value.Fields fields) {
      Map<String, Json> members = new LinkedHashMap<>();
      fields.fields().forEach((name, field) -> members.put(name, json(field)));
      return new Json.Obj(members);
    }
    if (known.isAbsent()) {
      return Json.Null.NULL;
    }
    if (known instanceof Value.Unknown || known instanceof Value.Choice) {
      return new Json.Unknown("");
    }
    return known instanceof Value.Known scalar && scalar.value() instanceof Boolean flag
        ? new Json.Bool(flag)
        : new Json.Str(written.text(value));
  }

  private static Optional<Json> member(Json statement, String name) {
    return statement.asMembers().map(all -> all.get(name));
  }

  private Truth applies(Json statement, Call call) {
    if (!(statement instanceof Json.Obj object)) {
      return Truth.UNKNOWN;
    }
    Map<String, Json> parts = object.members();
    Truth who =
        call.service()
            .map(service -> principal(parts, service))
            .orElse(Truth.of(!parts.containsKey("Principal")));
    Truth what =
        either(
            parts.get("Action"),
            parts.get("NotAction"),
            pattern -> Written.fitsInAnyCase(call.action(), pattern));
    Truth where =
        call.resource()
            .map(
                arn ->
                    either(
                        parts.get("Resource"),
                        parts.get("NotResource"),
                        pattern ->
                            pattern.contains("${") ? Truth.UNKNOWN : Written.fits(arn, pattern)))
            .orElse(Truth.YES);
    Json conditions = parts.get("Condition");
    return who.and(what)
        .and(where)
        .and(conditions == null ? Truth.YES : conditions(conditions, call.context()));
  }

  private interface Test {
    Truth of(String pattern);
  }

  private static Truth either(@Nullable Json these, @Nullable Json not, Test test) {
    if (these != null) {
      return any(these, test);
    }
    return not == null ? Truth.UNKNOWN : any(not, test).not();
  }

  private static Truth any(Json list, Test test) {
    Truth any = Truth.NO;
    for (Json one : list.elements()) {
      any = any.or(one.asText().map(test::of).orElse(Truth.UNKNOWN));
    }
    return any;
  }

  private static Truth principal(Map<String, Json> statement, String service) {
    Json principal = statement.get("Principal");
    if (principal == null) {
      return Truth.UNKNOWN;
    }
    if (principal instanceof Json.Str text) {
      return text.value().equals("*") ? Truth.YES : Truth.UNKNOWN;
    }
    if (!(principal instanceof Json.Obj kinds)) {
      return Truth.UNKNOWN;
    }
    Json services = kinds.members().get("Service");
    Json accounts = kinds.members().get("AWS");
    Truth named = services == null ? Truth.NO : any(services, one -> Written.same(service, one));
    Truth everybody = accounts == null ? Truth.NO : any(accounts, PlainPolicy::isEverybody);
    return named.or(everybody);
  }

  private static Truth isEverybody(String principal) {
    return principal.equals("*") ? Truth.YES : Written.same(principal, "*");
  }

  private static Truth conditions(Json block, Map<String, String> context) {
    if (!(block instanceof Json.Obj operators)) {
      return Truth.UNKNOWN;
    }
    Truth all = Truth.YES;
    for (Map.Entry<String, Json> operator : operators.members().entrySet()) {
      String name = operator.getKey().toLowerCase(Locale.ROOT);
      boolean ifExists = name.endsWith(IF_EXISTS);
      String plain = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
      if (!(operator.getValue() instanceof Json.Obj keys)) {
        return Truth.UNKNOWN;
      }
      for (Map.Entry<String, Json> key : keys.members().entrySet()) {
        all =
            all.and(
                holds(plain, context.get(key.getKey().toLowerCase(Locale.ROOT)), key.getValue()));
      }
    }
    return all;
  }

  /** What a request holds for a key that is not named here nobody says. */
  private static Truth holds(String operator, @Nullable String given, Json wanted) {
    if (given == null) {
      return Truth.UNKNOWN;
    }
    if (LITERAL.contains(operator)) {
      return any(wanted, one -> Written.same(given, one));
    }
    if (WILD.contains(operator)) {
      return any(wanted, one -> Written.fits(given, one));
    }
    return operator.equals("bool")
        ? any(wanted, one -> Written.fitsInAnyCase(given, one))
        : Truth.UNKNOWN;
  }
}
