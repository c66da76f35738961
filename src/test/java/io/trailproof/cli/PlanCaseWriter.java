package io.trailproof.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A first plan. */
final class PlanCaseWriter extends CaseWriter {
  private Set<String> references = new LinkedHashSet<>();

  PlanCaseWriter(List<Resource> resources) {
    super(Dialect.TERRAFORM, resources);
  }

  @Override
  Map<String, Object> document() throws Unspeakable {
    List<Object> planned = new ArrayList<>();
    List<Object> changes = new ArrayList<>();
    List<Object> configured = new ArrayList<>();
    Map<String, Object> providers = new TreeMap<>();
    for (Resource one : given.values()) {
      Binding binding = binding(one);
      String address = address(one);
      Map<String, Object> after = new LinkedHashMap<>();
      Map<String, Object> unknown = new LinkedHashMap<>(Map.of("id", true, "arn", true));
      Map<String, Object> expressions = new LinkedHashMap<>();
      for (Map.Entry<String, Object> entry : properties(one, binding).entrySet()) {
        split(entry.getKey(), entry.getValue(), after, unknown, expressions);
      }
      planned.add(
          fields(
              "address",
              address,
              "mode",
              "managed",
              "type",
              binding.spelling(),
              "name",
              name(one),
              "provider_name",
              "registry.terraform.io/hashicorp/aws",
              "schema_version",
              0,
              "values",
              after,
              "sensitive_values",
              Map.of()));
      changes.add(
          Map.of(
              "address",
              address,
              "mode",
              "managed",
              "type",
              binding.spelling(),
              "name",
              name(one),
              "provider_name",
              "registry.terraform.io/hashicorp/aws",
              "change",
              fields(
                  "actions",
                  List.of("create"),
                  "before",
                  null,
                  "after",
                  after,
                  "after_unknown",
                  unknown,
                  "before_sensitive",
                  false,
                  "after_sensitive",
                  Map.of())));
      configured.add(
          Map.of(
              "address",
              address,
              "mode",
              "managed",
              "type",
              binding.spelling(),
              "name",
              name(one),
              "provider_config_key",
              provider(region(one), account(one), providers),
              "expressions",
              expressions,
              "schema_version",
              0));
    }
    return fields(
        "format_version",
        "1.2",
        "terraform_version",
        "1.11.4",
        "planned_values",
        Map.of("root_module", Map.of("resources", planned)),
        "resource_changes",
        changes,
        "configuration",
        Map.of("provider_config", providers, "root_module", Map.of("resources", configured)));
  }

  @Override
  String account(Resource resource) throws Unspeakable {
    return resource
        .place()
        .account()
        .asText()
        .orElseThrow(() -> new Unspeakable("an account that is not told"));
  }

  private static String provider(String region, String account, Map<String, Object> providers) {
    boolean foreign = !account.equals(USUAL_ACCOUNT);
    String key = region.equals(USUAL) && !foreign ? "aws" : "aws." + region.replace('-', '_');
    key += foreign ? "_of_" + account : "";
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", "aws");
    config.put("full_name", "registry.terraform.io/hashicorp/aws");
    if (!key.equals("aws")) {
      config.put("alias", key.substring(4));
    }
    Map<String, Object> expressions = new LinkedHashMap<>();
    expressions.put("region", Map.of("constant_value", region));
    if (foreign) {
      expressions.put("allowed_account_ids", Map.of("constant_value", List.of(account)));
    }
    config.put("expressions", expressions);
    providers.put(key, config);
    return key;
  }

  /** A value known after apply only, and what leads to it. */
  private record Later(List<String> references) {}

  private static void split(
      String key,
      Object value,
      Map<String, Object> after,
      Map<String, Object> unknown,
      Map<String, Object> expressions) {
    if (value instanceof Later later) {
      unknown.put(key, true);
      expressions.put(key, Map.of("references", later.references()));
    } else if (isBlocks(value)) {
      List<Object> afters = new ArrayList<>();
      List<Object> unknowns = new ArrayList<>();
      List<Object> blocks = new ArrayList<>();
      for (Object item : (List<?>) value) {
        Map<String, Object> oneAfter = new LinkedHashMap<>();
        Map<String, Object> oneUnknown = new LinkedHashMap<>();
        Map<String, Object> block = new LinkedHashMap<>();
        ((Map<?, ?>) item)
            .forEach((name, part) -> split("" + name, part, oneAfter, oneUnknown, block));
        afters.add(oneAfter);
        unknowns.add(oneUnknown);
        blocks.add(block);
      }
      after.put(key, afters);
      unknown.put(key, unknowns);
      expressions.put(key, blocks);
    } else {
      after.put(key, value);
      unknown.remove(key);
      expressions.put(key, Map.of("constant_value", value));
    }
  }

  private static boolean isBlocks(Object value) {
    return value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(item -> item instanceof Map);
  }

  @SuppressWarnings("NullAway") // JSON has nulls
  private static Map<String, Object> fields(@Nullable Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private static String name(Resource resource) {
    return resource.address().replaceAll("[^A-Za-z0-9]", "_").toLowerCase(java.util.Locale.ROOT);
  }

  private String address(Resource resource) throws Unspeakable {
    return binding(resource).spelling() + "." + name(resource);
  }

  @Override
  Object written(Property property, Value value) throws Unspeakable {
    references = new LinkedHashSet<>();
    Object plain = plain(property, value);
    if (plain == null) {
      return new Later(List.copyOf(references));
    }
    if (property.kind() == Kind.POLICY && !(plain instanceof String)) {
      try {
        return new ObjectMapper().writeValueAsString(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return plain;
  }

  /** The value, or null where some part of it is known later only. */
  private @Nullable Object plain(Property property, Value value) throws Unspeakable {
    if (value instanceof Value.Known known) {
      return scalar(known);
    }
    if (value instanceof Value.Reference reference) {
      Resource target = target(reference);
      Value there = target.property(reference.attribute());
      references.add(address(target) + "." + path(target, reference.attribute()));
      references.add(address(target));
      return reference.attribute().equals("name") && there instanceof Value.Known known
          ? scalar(known)
          : null;
    }
    if (value instanceof Value.Items items && !property.items().isEmpty()) {
      List<Object> blocks = new ArrayList<>();
      for (Value item : items.items()) {
        blocks.add(item(property, (Value.Fields) item));
      }
      references.clear(); // those of the blocks stand in the blocks
      return blocks;
    }
    if (value instanceof Value.Items items) {
      List<Object> all = new ArrayList<>();
      boolean whole = true;
      for (Value item : items.items()) {
        Object one = plain(property, item);
        whole &= one != null;
        if (one != null) {
          all.add(one);
        }
      }
      return !whole ? null : all;
    }
    if (value instanceof Value.Fields fields) {
      Map<String, Object> all = new LinkedHashMap<>();
      boolean whole = true;
      for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
        Object one = plain(property, entry.getValue());
        whole &= one != null;
        if (one != null) {
          all.put(entry.getKey(), one);
        }
      }
      return whole ? all : null;
    }
    throw new Unspeakable("a value that is " + value);
  }
}
