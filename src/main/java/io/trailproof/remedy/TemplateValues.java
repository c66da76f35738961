package io.trailproof.remedy;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as a template writes them, in JSON's shapes: a reference is a {@code Ref} or a {@code
 * Fn::GetAtt}, a text of parts a {@code Fn::Join}.
 */
public final class TemplateValues {
  private static final String REF = "Ref";
  private static final String PARAMETER = "parameter ";

  private final Spellings spellings;
  private final ResourceId within;
  private final List<String> doubts = new ArrayList<>();

  /**
   * Values for one resource.
   *
   * @param within the resource, whose template they stand in
   */
  public TemplateValues(Spellings spellings, ResourceId within) {
    this.spellings = spellings;
    this.within = within;
  }

  /** Why what was written so far is not what was meant; empty if it is. */
  public List<String> doubts() {
    return List.copyOf(doubts);
  }

  /** A resource as it stands below {@code Resources}. */
  public Json.Obj resource(Alteration.Add add) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put(
        "Type",
        new Json.Str(
            spellings.binding(add.resource()).map(one -> one.spelling()).orElse(add.type())));
    List<Json> after = new ArrayList<>();
    add.after().forEach(one -> after.add(new Json.Str(logicalId(one))));
    if (!after.isEmpty()) {
      members.put("DependsOn", after.size() == 1 ? after.get(0) : new Json.Arr(after));
    }
    Value.Fields properties = spellings.written(add);
    if (!properties.fields().isEmpty()) {
      members.put("Properties", of(properties));
    }
    return new Json.Obj(members);
  }

  /** The name of a resource in its own template. */
  public static String logicalId(ResourceId id) {
    return id.address().substring(id.address().lastIndexOf('/') + 1);
  }

  /** A value. */
  public Json of(Value value) {
    return settled(spellings.settled(value));
  }

  private Json settled(Value value) {
    if (value instanceof Value.Fields object) {
      Map<String, Json> members = new LinkedHashMap<>();
      object.fields().forEach((name, field) -> members.put(name, settled(field)));
      return new Json.Obj(members);
    }
    if (value instanceof Value.Items list) {
      return new Json.Arr(list.items().stream().map(this::settled).toList());
    }
    if (value instanceof Value.Template text) {
      Json parts = new Json.Arr(text.parts().stream().map(this::settled).toList());
      return function("Fn::Join", new Json.Arr(List.of(new Json.Str(""), parts)));
    }
    if (value instanceof Value.Reference reference) {
      return reference(reference);
    }
    return value instanceof Value.Known known ? scalar(known) : unknown(value);
  }

  private Json scalar(Value.Known known) {
    if (spellings.quoteSecrets(known.text())) {
      doubts.add("what is sensitive would stand in the template");
    }
    if (known.value() instanceof Boolean flag) {
      return new Json.Bool(flag);
    }
    return known.value() instanceof String text ? new Json.Str(text) : new Json.Num(known.text());
  }

  private Json reference(Value.Reference reference) {
    String name = logicalId(reference.target());
    if (!isBeside(reference.target())) {
      doubts.add("`" + name + "` stands in another template");
    }
    String path = spellings.referring(reference).orElse("");
    if (path.isEmpty()) {
      doubts.add("nothing refers to `" + reference.attribute() + "` of `" + name + "`");
      path = reference.attribute();
    }
    return path.equals(REF)
        ? function(REF, new Json.Str(name))
        : function("Fn::GetAtt", new Json.Arr(List.of(new Json.Str(name), new Json.Str(path))));
  }

  /** True if a resource is of the same template, and of the same stack of it as far as is told. */
  private boolean isBeside(ResourceId target) {
    String here = stack(within);
    String there = stack(target);
    return target.input().equals(within.input())
        && (here.isEmpty() || there.isEmpty() || here.equals(there));
  }

  private static String stack(ResourceId id) {
    return id.address().substring(0, id.address().lastIndexOf('/') + 1);
  }

  private Json unknown(Value value) {
    if (value instanceof Value.Symbol symbol && symbol.name().startsWith("AWS::")) {
      return function(REF, new Json.Str(symbol.name()));
    }
    doubts.add("a part of it is not told by the template");
    return value instanceof Value.Symbol symbol && symbol.name().startsWith(PARAMETER)
        ? function(REF, new Json.Str(symbol.name().substring(PARAMETER.length())))
        : function(REF, new Json.Str("AWS::NoValue"));
  }

  private static Json function(String name, Json argument) {
    return new Json.Obj(Map.of(name, argument));
  }
}
