package io.trailproof.cli;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.RulesFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template in JSON. */
final class TemplateCaseWriter extends CaseWriter {
  private static final String TARGET = "aws.events.Target";

  TemplateCaseWriter(List<Resource> resources) {
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
