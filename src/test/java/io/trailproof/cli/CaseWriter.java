package io.trailproof.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.RulesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resources of a rule case, which stand in the catalog's words, as a file of one format:
 * a first plan, in which every ARN is unknown and references alone lead on, or a template.
 */
abstract class CaseWriter {
  private static final String USUAL = "us-east-1";

  /** What a format has no words for. */
  @SuppressWarnings("serial")
  static final class Unspeakable extends Exception {
    Unspeakable(String what) {
      super(what);
    }
  }

  private final Dialect dialect;
  final Map<String, Resource> given = new LinkedHashMap<>();

  private CaseWriter(Dialect dialect, List<Resource> resources) {
    this.dialect = dialect;
    resources.forEach(one -> given.put(one.address(), one));
  }

  static String write(Dialect dialect, List<Resource> resources) throws Unspeakable {
    CaseWriter writer =
        dialect == Dialect.TERRAFORM ? new Plan(resources) : new Template(resources);
    try {
      return new ObjectMapper().writeValueAsString(writer.document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Region of all that has one: a template does not name it. */
  static String region(List<Resource> resources) throws Unspeakable {
    Set<String> regions = new LinkedHashSet<>();
    resources.stream()
        .filter(one -> !one.type().startsWith("aws.iam."))
        .forEach(one -> regions.add(region(one)));
    if (regions.size() > 1) {
      throw new Unspeakable("a template is of one Region");
    }
    return regions.isEmpty() ? USUAL : regions.iterator().next();
  }

  abstract Map<String, Object> document() throws Unspeakable;

  /** A value as the format has it; {@code null} for what is known only after apply. */
  abstract Object written(Property property, Value value) throws Unspeakable;

  Binding binding(Resource resource) throws Unspeakable {
    if (resource.existence() != Existence.MANAGED) {
      throw new Unspeakable(resource.address() + " is " + resource.existence());
    }
    if (!resource.place().account().asText().orElse("").equals("111122223333")) {
      throw new Unspeakable("another account");
    }
    ResourceType type = RulesFolder.CATALOG.type(resource.type()).orElseThrow();
    return type.bindings().stream()
        .filter(one -> one.dialect() == dialect)
        .findFirst()
        .orElseThrow(() -> new Unspeakable("no " + type.name()));
  }

  static String region(Resource resource) {
    return resource.place().region().asText().orElse(USUAL);
  }

  /** The properties in the format's own spelling, nested as it nests them. */
  Map<String, Object> properties(Resource resource, Binding binding) throws Unspeakable {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : resource.properties().entrySet()) {
      Optional<Property> property = binding.type().property(entry.getKey());
      boolean own =
          entry.getValue() instanceof Value.Reference reference
              && reference.target().equals(resource.id());
      if (property.isPresent() && !own && !isDefault(property.get(), entry.getValue())) {
        String path = property.get().spelt(dialect, "");
        boolean spelt = binding.attribute(path).filter(entry.getKey()::equals).isPresent();
        if (!spelt && entry.getKey().equals("name")) {
          continue; // a resource that has none there has another identity
        }
        if (!spelt) {
          throw new Unspeakable(binding.spelling() + " has no " + entry.getKey());
        }
        put(all, path, written(property.get(), entry.getValue()));
      }
    }
    return all;
  }

  private static boolean isDefault(Property property, Value value) {
    Value usual = property.defaults().get(Dialect.CANONICAL);
    return usual != null && value.isKnown() && value.asText().equals(usual.asText());
  }

  Map<String, Object> item(Property list, Value.Fields item) throws Unspeakable {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : item.fields().entrySet()) {
      Property property =
          list.item(entry.getKey()).orElseThrow(() -> new Unspeakable(entry.getKey()));
      if (!entry.getValue().isAbsent()) {
        put(all, property.spelt(dialect, ""), written(property, entry.getValue()));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // what is put there is put here
  private static void put(Map<String, Object> into, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      into.put(path, value);
      return;
    }
    String first = path.substring(0, dot);
    boolean block = first.endsWith("[0]");
    String field = block ? first.substring(0, first.length() - 3) : first;
    Object there =
        into.computeIfAbsent(
            field,
            any -> {
              Map<String, Object> one = new LinkedHashMap<>();
              return block ? new ArrayList<>(List.of(one)) : one;
            });
    put(
        (Map<String, Object>) (block ? ((List<Object>) there).get(0) : there),
        path.substring(dot + 1),
        value);
  }

  /** How the format refers to an attribute. */
  String path(Resource target, String attribute) throws Unspeakable {
    Binding binding = binding(target);
    Set<String> paths = new LinkedHashSet<>(List.of("arn", "id", "name", "Ref", "Arn"));
    for (Property property : binding.type().properties()) {
      paths.add(property.spelt(dialect, ""));
    }
    paths.addAll(List.of("TopicArn", "TopicName", "url", "QueueUrl", "QueueName"));
    return paths.stream()
        .filter(one -> binding.attribute(one).filter(attribute::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new Unspeakable(binding.spelling() + " shows no " + attribute));
  }

  Resource target(Value.Reference reference) throws Unspeakable {
    Resource target = given.get(reference.target().address());
    if (target == null) {
      throw new Unspeakable("nothing is called " + reference.target().address());
    }
    return target;
  }

  static Object scalar(Value.Known known) {
    return known.value();
  }

  /** A first plan. */
  private static final class Plan extends CaseWriter {
    private Set<String> references = new LinkedHashSet<>();

    Plan(List<Resource> resources) {
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
                provider(region(one), providers),
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

    private static String provider(String region, Map<String, Object> providers) {
      String key = region.equals(USUAL) ? "aws" : "aws." + region.replace('-', '_');
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("name", "aws");
      config.put("full_name", "registry.terraform.io/hashicorp/aws");
      if (!key.equals("aws")) {
        config.put("alias", key.substring(4));
      }
      config.put("expressions", Map.of("region", Map.of("constant_value", region)));
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

  /** A template in JSON. */
  private static final class Template extends CaseWriter {
    private static final String TARGET = "aws.events.Target";

    Template(List<Resource> resources) {
      super(Dialect.CLOUDFORMATION, resources);
    }

    @Override
    Map<String, Object> document() throws Unspeakable {
      Map<String, Object> resources = new LinkedHashMap<>();
      for (Resource one : given.values()) {
        if (!one.type().equals(TARGET)) {
          Binding binding = binding(one);
          Map<String, Object> properties = properties(one, binding);
          List<Object> targets = targets(one);
          if (!targets.isEmpty()) {
            properties.put("Targets", targets);
          }
          resources.put(id(one), Map.of("Type", binding.spelling(), "Properties", properties));
        }
      }
      return Map.of("Resources", resources);
    }

    /** A template has the targets of a rule inside it. */
    private List<Object> targets(Resource rule) throws Unspeakable {
      List<Object> targets = new ArrayList<>();
      for (Resource one : given.values()) {
        boolean ofRule =
            one.type().equals(TARGET)
                && one.property("rule") instanceof Value.Reference reference
                && reference.target().equals(rule.id());
        if (ofRule) {
          Property target =
              RulesFolder.CATALOG.type(TARGET).orElseThrow().property("target").orElseThrow();
          targets.add(Map.of("Id", id(one), "Arn", written(target, one.property("target"))));
        }
      }
      return targets;
    }

    private static String id(Resource resource) {
      String name = resource.address().replaceAll("[^A-Za-z0-9]", "");
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    Object written(Property property, Value value) throws Unspeakable {
      if (value instanceof Value.Known known) {
        return scalar(known);
      }
      if (value instanceof Value.Reference reference) {
        Resource target = target(reference);
        String path = path(target, reference.attribute());
        return path.equals("Ref")
            ? Map.of("Ref", id(target))
            : Map.of("Fn::GetAtt", List.of(id(target), path));
      }
      if (value instanceof Value.Items items) {
        List<Object> all = new ArrayList<>();
        for (Value item : items.items()) {
          all.add(
              property.items().isEmpty() || !(item instanceof Value.Fields fields)
                  ? written(property, item)
                  : item(property, fields));
        }
        return all;
      }
      if (value instanceof Value.Fields fields) {
        return property.kind() == Kind.MAP ? pairs(property, fields) : map(property, fields);
      }
      throw new Unspeakable("a value that is " + value);
    }

    private Map<String, Object> map(Property property, Value.Fields fields) throws Unspeakable {
      Map<String, Object> all = new LinkedHashMap<>();
      for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
        all.put(entry.getKey(), written(property, entry.getValue()));
      }
      return all;
    }

    private List<Object> pairs(Property property, Value.Fields fields) throws Unspeakable {
      String key =
          property.spelt(Dialect.CLOUDFORMATION, "").contains("Transformations") ? "Key" : "Name";
      List<Object> pairs = new ArrayList<>();
      for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
        pairs.add(Map.of(key, entry.getKey(), "Value", written(property, entry.getValue())));
      }
      return pairs;
    }
  }
}
