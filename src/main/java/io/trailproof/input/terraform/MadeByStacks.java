package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.StackTemplates;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.reference.References;
import io.trailproof.json.Json;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the resources of a plan make that make resources: a stack is read where its template stands
 * in the plan, and is a gap where not.
 */
final class MadeByStacks {
  private static final String STACK = "aws_cloudformation_stack";
  private static final String STACK_SET = "aws_cloudformation_stack_set";
  private static final String CLOUD_CONTROL = "aws_cloudcontrolapi_resource";

  /** The types that make resources. */
  static final Set<String> TYPES = Set.of(STACK, STACK_SET, CLOUD_CONTROL);

  private final StackTemplates templates;
  private final Catalog catalog;
  private final String input;
  private final List<Resource> resources = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  MadeByStacks(StackTemplates templates, Catalog catalog, String input) {
    this.templates = templates;
    this.catalog = catalog;
    this.input = input;
  }

  List<Resource> resources() {
    return resources;
  }

  List<Gap> gaps() {
    return gaps;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Adds what an instance makes, if it is of a type that makes anything. */
  void add(PlannedInstance live, Value.Fields properties, Place place) {
    if (live.instance().data()) {
      return;
    }
    switch (live.instance().type()) {
      case STACK -> stack(live, properties, place);
      case STACK_SET -> stackSet(live, properties);
      default -> cloudControl(live, properties, place);
    }
  }

  private void stack(PlannedInstance live, Value.Fields properties, Place place) {
    String address = live.address().text();
    Optional<List<Resource>> made =
        text(properties, "template_body").flatMap(body -> read(body, address, properties, place));
    made.ifPresentOrElse(
        resources::addAll, () -> gap("the template of stack `" + address + "`", live, Set.of()));
  }

  /** A stack set is deployed to accounts and Regions that it does not name itself. */
  private void stackSet(PlannedInstance live, Value.Fields properties) {
    String address = live.address().text();
    Origin at = Origin.at(live.instance().span());
    Place somewhere =
        new Place(
            new Value.Symbol("Region of stack set " + address, input, at),
            new Value.Symbol("account of stack set " + address, input, at));
    Value doubt = new Value.Unknown("hangs on where the stack set is deployed", at);
    Optional<List<Resource>> made =
        text(properties, "template_body")
            .flatMap(body -> read(body, address, properties, somewhere));
    made.ifPresentOrElse(
        all -> all.forEach(one -> resources.add(one.with("exists", doubt))),
        () -> gap("the template of stack set `" + address + "`", live, Set.of()));
  }

  /** A resource of Cloud Control is a template of one resource. */
  private void cloudControl(PlannedInstance live, Value.Fields properties, Place place) {
    String address = live.address().text();
    Optional<String> type = text(properties, "type_name");
    Optional<Binding> binding = type.flatMap(catalog::cloudFormation);
    if (type.isPresent() && binding.isEmpty()) {
      return;
    }
    Optional<List<Resource>> made =
        text(properties, "desired_state")
            .filter(state -> type.isPresent())
            .filter(state -> Json.read(state).value() instanceof Json.Obj)
            .flatMap(
                state ->
                    read(
                        "{\"Resources\":{\"Resource\":{\"Type\":\""
                            + type.orElseThrow()
                            + "\",\"Properties\":"
                            + state
                            + "}}}",
                        address,
                        new Value.Fields(Map.of(), properties.origin()),
                        place));
    made.ifPresentOrElse(
        resources::addAll,
        () ->
            gap(
                "the state of `" + address + "`",
                live,
                binding.map(one -> Set.of(one.type().name())).orElse(Set.of())));
  }

  private static Optional<String> text(Value.Fields properties, String name) {
    Value value = properties.fields().get(name);
    return value == null || value.origin().sensitive() ? Optional.empty() : value.asText();
  }

  private Optional<List<Resource>> read(
      String body, String address, Value.Fields properties, Place place) {
    SourceFile file = SourceFile.ofText(input + "#" + address, body);
    Value given = properties.fields().get("parameters");
    Value parameters = given == null ? new Value.Absent(properties.origin()) : given;
    Optional<Outcome<StackTemplates.Made>> read =
        templates.read(file, new StackTemplates.Stack(address, parameters, place));
    if (read.isEmpty() || read.get().value().isEmpty()) {
      return Optional.empty();
    }
    diagnostics.addAll(read.get().diagnostics());
    StackTemplates.Made made = read.get().value().get();
    gaps.addAll(made.reading().gaps());
    List<Resource> all = new ArrayList<>(made.reading().resources());
    if (!made.outputs().isEmpty()) {
      all.add(itself(address, properties, place, made.outputs()));
    }
    return Optional.of(all);
  }

  /** The stack itself, by which what it puts out is referred to. */
  private Resource itself(
      String address, Value.Fields properties, Place place, Map<String, Value> outputs) {
    Map<String, Value> named = new LinkedHashMap<>();
    outputs.forEach((name, value) -> named.put(References.OUTPUT + name, value));
    return new Resource(
        new ResourceId(input, address),
        "aws.cloudformation.Stack",
        Dialect.TERRAFORM,
        Existence.MANAGED,
        place,
        named,
        properties.origin().span());
  }

  private void gap(String what, PlannedInstance live, Set<String> types) {
    gaps.add(
        new Gap(
            Gap.Extent.MORE_RESOURCES,
            what + " is not in the plan, and may make what is missing here",
            live.address().text(),
            live.instance().span(),
            types));
  }
}
