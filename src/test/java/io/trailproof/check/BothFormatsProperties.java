package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every case of the test file, written in the words of each format, gets the same answer. */
final class BothFormatsProperties {
  @Test
  void oneChainInTwoLanguagesGetsOneAnswer() {
    int terraform = 0;
    int cloudFormation = 0;
    List<String> different = new ArrayList<>();
    for (RuleCase one : Bench.CASES) {
      if (one.given().stream().anyMatch(resource -> resource.existence() != Existence.MANAGED)) {
        continue; // what a data source shows differs by format
      }
      terraform += agrees(one, Dialect.TERRAFORM, different) ? 1 : 0;
      cloudFormation += agrees(one, Dialect.CLOUDFORMATION, different) ? 1 : 0;
    }
    assertEquals(List.of(), different);
    int all = Bench.CASES.size();
    assertTrue(terraform > all - 10, "only " + terraform + " of " + all + " in Terraform's words");
    assertTrue(
        cloudFormation > all - 10,
        "only " + cloudFormation + " of " + all + " in CloudFormation's words");
  }

  /** False if the dialect has no words for the case. */
  private static boolean agrees(RuleCase one, Dialect dialect, List<String> different) {
    List<Resource> spelt = new ArrayList<>();
    for (Resource resource : one.given()) {
      Optional<List<Resource>> in = spelt(resource, dialect);
      if (in.isEmpty()) {
        return false;
      }
      spelt.addAll(in.get());
    }
    RuleResult expected = Bench.check(Bench.SHORT, one.given());
    RuleResult found = Bench.check(Bench.SHORT, spelt);
    if (dialect == Dialect.CLOUDFORMATION
        && Bench.codes(found).stream().anyMatch(code -> code.endsWith("/made-twice"))
        && Bench.codes(expected).stream().noneMatch(code -> code.endsWith("/made-twice"))) {
      return true; // CloudFormation refuses what the API takes (F139, F153, F173)
    }
    if (!Bench.verdicts(expected).equals(Bench.verdicts(found))
        || !Bench.codes(expected).equals(Bench.codes(found))) {
      different.add(
          "%s in %s: %s %s, not %s %s"
              .formatted(
                  one.name(),
                  dialect.word(),
                  found.verdict(),
                  found.findings().stream().map(Finding::message).toList(),
                  expected.verdict(),
                  Bench.codes(expected)));
    }
    return true;
  }

  private static Optional<List<Resource>> spelt(Resource resource, Dialect dialect) {
    ResourceType type = RulesFolder.CATALOG.type(resource.type()).orElseThrow();
    Optional<Binding> binding =
        type.bindings().stream().filter(each -> each.dialect() == dialect).findFirst();
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> raw = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : Bench.raw(resource).entrySet()) {
      Property property = type.property(entry.getKey()).orElseThrow();
      String path = property.spelt(dialect, "");
      if (binding.get().attribute(path).filter(property.name()::equals).isEmpty()) {
        return Optional.empty();
      }
      put(raw, path, written(property, entry.getValue(), dialect));
    }
    return Optional.of(
        binding
            .get()
            .resources(resource.id(), fields(raw), resource.place(), resource.existence(), null));
  }

  private static Value written(Property property, Value value, Dialect dialect) {
    if (property.kind() == Kind.MAP
        && dialect == Dialect.CLOUDFORMATION
        && value instanceof Value.Fields map) {
      return pairs(map, property.spelt(dialect, "").contains("Transformations") ? "Key" : "Name");
    }
    if (!property.items().isEmpty() && value instanceof Value.Items list) {
      return new Value.Items(
          list.items().stream().map(item -> item(property, item, dialect)).toList(),
          Origin.NOWHERE);
    }
    return value;
  }

  private static Value item(Property list, Value item, Dialect dialect) {
    Map<String, Value> raw = new LinkedHashMap<>();
    ((Value.Fields) item)
        .fields()
        .forEach(
            (name, value) -> {
              Property property =
                  list.items().stream()
                      .filter(each -> each.name().equals(name))
                      .findFirst()
                      .orElseThrow();
              put(raw, property.spelt(dialect, ""), written(property, value, dialect));
            });
    return fields(raw);
  }

  private static Value pairs(Value.Fields map, String key) {
    List<Value> pairs = new ArrayList<>();
    map.fields()
        .forEach(
            (name, value) -> {
              Map<String, Value> pair = new LinkedHashMap<>();
              pair.put(key, Value.text(name, Origin.NOWHERE));
              pair.put("Value", value);
              pairs.add(fields(pair));
            });
    return new Value.Items(pairs, Origin.NOWHERE);
  }

  /** Puts a value at a path such as {@code metric_transformation[0].name}. */
  private static void put(Map<String, Value> into, String path, Value value) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    if (dot < 0) {
      into.put(first, value);
      return;
    }
    boolean block = first.endsWith("[0]");
    String field = block ? first.substring(0, first.length() - 3) : first;
    Value there = into.get(field);
    Value inner =
        there instanceof Value.Items items
            ? items.items().get(0)
            : there == null ? fields(Map.of()) : there;
    Map<String, Value> changed = new LinkedHashMap<>(((Value.Fields) inner).fields());
    put(changed, path.substring(dot + 1), value);
    into.put(
        field, block ? new Value.Items(List.of(fields(changed)), Origin.NOWHERE) : fields(changed));
  }

  private static Value.Fields fields(Map<String, Value> fields) {
    return new Value.Fields(fields, Origin.NOWHERE);
  }
}
