package io.trailproof.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Binding;
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

/**
 * Writes the resources of a rule case, which stand in the catalog's words, as a file of one format:
 * a first plan, in which every ARN is unknown and references alone lead on, or a template.
 */
abstract class CaseWriter {
  static final String USUAL = "us-east-1";
  static final String USUAL_ACCOUNT = "111122223333";

  /** What a format has no words for. */
  @SuppressWarnings("serial")
  static final class Unspeakable extends Exception {
    Unspeakable(String what) {
      super(what);
    }
  }

  private final Dialect dialect;
  final Map<String, Resource> given = new LinkedHashMap<>();

  CaseWriter(Dialect dialect, List<Resource> resources) {
    this.dialect = dialect;
    resources.forEach(one -> given.put(one.address(), one));
  }

  static String write(Dialect dialect, List<Resource> resources) throws Unspeakable {
    CaseWriter writer =
        dialect == Dialect.TERRAFORM
            ? new PlanCaseWriter(resources)
            : new TemplateCaseWriter(resources);
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
    account(resource);
    ResourceType type = RulesFolder.CATALOG.type(resource.type()).orElseThrow();
    return type.bindings().stream()
        .filter(one -> one.dialect() == dialect)
        .findFirst()
        .orElseThrow(() -> new Unspeakable("no " + type.name()));
  }

  /** The account that the format makes the resource in. */
  String account(Resource resource) throws Unspeakable {
    String account = resource.place().account().asText().orElse("");
    if (!account.equals(USUAL_ACCOUNT)) {
      throw new Unspeakable("another account");
    }
    return account;
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
  private static void put(Map<String, Object> into, String path, Object value) throws Unspeakable {
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
    Object within = block && there instanceof List<?> list ? list.get(0) : there;
    if (!(within instanceof Map)) {
      throw new Unspeakable(field + " is given as a whole and in parts");
    }
    put((Map<String, Object>) within, path.substring(dot + 1), value);
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
}
