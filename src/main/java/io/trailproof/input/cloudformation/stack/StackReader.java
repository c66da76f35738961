package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Schemas;
import io.trailproof.catalog.Strangers;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Includes;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.value.NamedConditions;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a stack and those below it into canonical resources, and says what they do not show. */
final class StackReader {
  private final Stack stack;
  private final AssumedReading hypothesis;
  private final List<Resource> found = new ArrayList<>();

  private final Strangers strangers;

  /** What the resources were made of. */
  private final Map<ResourceId, ResourceId> declaredBy = new HashMap<>();

  private StackReader(Stack stack) {
    this.stack = stack;
    this.hypothesis = stack.hypothesis();
    this.strangers = new Strangers(hypothesis.catalog());
  }

  /** What a stack makes that is part of no other; all of it comes to be, or nothing. */
  static List<Resource> read(Stack stack) {
    StackReader reader = new StackReader(stack);
    reader.all();
    return Refusals.of(stack).mark(reader.found, reader.declaredBy);
  }

  private void all() {
    macros();
    stack.resources().forEach(this::resource);
  }

  private void macros() {
    String input = stack.template().file().name();
    for (Node transform : stack.template().unknownTransforms()) {
      gap(
          Includes.location(transform)
              .map(StackReader::notHere)
              .orElse("a macro may change all of this template"),
          input,
          transform.span());
    }
    stack
        .template()
        .member("Resources", Call.TRANSFORM)
        .ifPresent(member -> gap(macro(member.value()), input, member.keySpan()));
    if (!stack.isComplete()) {
      Span at =
          stack.template().section("Resources").stream()
              .filter(member -> member.key().startsWith(Call.LOOP))
              .map(Node.Member::keySpan)
              .findFirst()
              .orElse(stack.template().root().span());
      gap("a loop over values that the template does not tell makes resources", input, at);
    }
    stack.unmade().forEach(member -> unmade(member, input));
  }

  /** F208: a loop over nothing makes nothing, as a rule. */
  private void unmade(Node.Member member, String input) {
    if (member.key().startsWith(Call.LOOP)) {
      member
          .value()
          .asSequence()
          .map(Node.Sequence::items)
          .filter(parts -> parts.size() == 3)
          .flatMap(parts -> parts.get(2).asMapping())
          .ifPresent(body -> body.members().forEach(one -> unmade(one, input)));
      return;
    }
    member
        .value()
        .asMapping()
        .flatMap(body -> body.get("Type"))
        .flatMap(Node::asScalar)
        .flatMap(type -> hypothesis.catalog().cloudFormation(type.text()))
        .ifPresent(
            binding ->
                hypothesis.gap(
                    new Gap(
                        Gap.Extent.MORE_RESOURCES,
                        "a loop over an empty list makes nothing, though one report has it run"
                            + " once (F208)",
                        input,
                        member.keySpan(),
                        binding.type().withEmbedded())));
  }

  private static String macro(Node transform) {
    return Includes.location(transform)
        .map(StackReader::notHere)
        .orElse("a macro may add resources to this template");
  }

  private static String notHere(String location) {
    return "the template includes " + Rendering.quoted(location) + ", which is not here";
  }

  private void resource(DeclaredResource declared) {
    Optional<Binding> binding = hypothesis.catalog().cloudFormation(declared.type());
    boolean nested = declared.templateProperty().isPresent();
    boolean sam = SamResources.mayBeOf(declared);
    if (binding.isEmpty() && !nested && !declared.isModule() && !declared.isCustom() && !sam) {
      stranger(declared);
      unknownType(declared);
      return;
    }
    PremiseTracker.Noted<ConditionTruth> exists =
        hypothesis.tracker().noting(() -> stack.existence(declared));
    if (exists.result().fails()) {
      return;
    }
    if (nested) {
      nested(declared);
    } else if (declared.isCustom()) {
      CustomCode.of(declared, stack).ifPresent(made -> custom(declared, made));
    } else if (declared.isModule()) {
      gap(
          "the content of the module " + Rendering.quoted(declared.type()) + " is not here",
          declared);
    } else {
      binding.ifPresent(known -> canonical(declared, known, exists));
    }
    if (sam) {
      sam(declared, exists);
    }
  }

  /**
   * Of a type that no snapshot names, AWS's or not: it may bring what is missing to its objects.
   */
  private void unknownType(DeclaredResource declared) {
    if (!Schemas.isNamed(declared.type())
        && !stack.hypothesis().aside(() -> stack.existence(declared)).fails()) {
      CustomCode.ofUnknownType(declared, stack)
          .ifPresent(
              made ->
                  maker(
                      Rendering.quoted(declared.id())
                          + " of the type "
                          + Rendering.quoted(declared.type()),
                      declared,
                      made));
    }
  }

  /** Of a type that the catalog does not have and that may not leave alone what it refers to. */
  private void stranger(DeclaredResource declared) {
    if (!strangers.have(declared.type())
        || hypothesis.tracker().noting(() -> stack.existence(declared)).result().fails()) {
      return;
    }
    Value properties =
        declared
            .properties()
            .map(node -> stack.evaluator().properties(node, any -> true))
            .orElseGet(() -> new Value.Fields(Map.of(), Origin.at(declared.at())));
    strangers
        .resource(
            stack.id(declared.id()),
            declared.type(),
            Dialect.CLOUDFORMATION,
            properties instanceof Value.Fields fields
                ? fields
                : new Value.Fields(Map.of("", properties), properties.origin()),
            List.of(),
            stack.place(),
            declared.at())
        .ifPresent(found::add);
  }

  private void sam(DeclaredResource declared, PremiseTracker.Noted<ConditionTruth> exists) {
    PremiseTracker.Noted<Optional<List<SamResources.Made>>> made =
        hypothesis.tracker().noting(() -> SamResources.of(declared, stack));
    if (made.result().isEmpty()) {
      hypothesis.gap(
          new Gap(
              Gap.Extent.MORE_RESOURCES,
              "the events of the function " + Rendering.quoted(declared.id()) + " cannot be read",
              stack.id(declared.id()).address(),
              declared.at(),
              SamResources.OF_EVENTS));
      return;
    }
    Set<Premise> premises = new LinkedHashSet<>(exists.premises());
    premises.addAll(made.premises());
    for (SamResources.Made one : made.result().get()) {
      Binding binding = hypothesis.catalog().cloudFormation(one.type()).orElseThrow();
      add(
          binding.resources(
              stack.id(one.id()),
              one.properties(),
              stack.place(),
              Existence.MANAGED,
              declared.at()),
          declared,
          exists.result(),
          premises);
    }
  }

  private void custom(DeclaredResource declared, CustomCode made) {
    maker("the custom resource " + Rendering.quoted(declared.id()), declared, made);
  }

  /** Of what may make links of a chain that are not in the template. */
  private void maker(String subject, DeclaredResource declared, CustomCode made) {
    hypothesis.gap(
        new Gap(
            Gap.Extent.MORE_RESOURCES,
            subject + " may make what is missing here: " + made.because(),
            stack.id(declared.id()).address(),
            declared.at(),
            made.types()));
  }

  private void nested(DeclaredResource declared) {
    Optional<Stack> child = stack.nested().child(declared);
    if (child.isPresent()) {
      child(child.get(), declared.isStackSet());
    } else {
      gap(
          (declared.isStackSet()
                  ? "the template of the stack set "
                  : "the template of the nested stack ")
              + Rendering.quoted(declared.id())
              + " is not here",
          declared);
    }
  }

  /** A stack set fails by itself, a nested stack with what it is part of. */
  private void child(Stack child, boolean alone) {
    if (alone) {
      found.addAll(read(child));
      return;
    }
    StackReader reader = new StackReader(child);
    reader.all();
    found.addAll(reader.found);
    declaredBy.putAll(reader.declaredBy);
  }

  private void canonical(
      DeclaredResource declared, Binding binding, PremiseTracker.Noted<ConditionTruth> noted) {
    PremiseTracker.Noted<Value> properties =
        hypothesis.tracker().noting(() -> properties(declared, binding));
    if (declared.isMadeByMacro() || !(properties.result() instanceof Value.Fields fields)) {
      gap(
          "a macro or function makes the properties of " + Rendering.quoted(declared.id()),
          declared);
      return;
    }
    Set<Premise> premises = new LinkedHashSet<>(noted.premises());
    premises.addAll(properties.premises());
    Macros.leaveAlone(stack).ifPresent(premises::add);
    List<Resource> made = resources(declared, binding, fields);
    boolean ordered = declared.waits() || refers(fields);
    add(
        ordered ? made : made.stream().map(Resource::unordered).toList(),
        declared,
        noted.result(),
        premises);
  }

  /** Whether a value leads to another resource, which is made before. */
  private static boolean refers(Value value) {
    return value.match(
        new Value.Cases<Boolean>() {
          @Override
          public Boolean other(Value other) {
            return false;
          }

          @Override
          public Boolean reference(Value.Reference reference) {
            return true;
          }

          @Override
          public Boolean unknown(Value.Unknown unknown) {
            return true;
          }

          @Override
          public Boolean template(Value.Template template) {
            return template.parts().stream().anyMatch(StackReader::refers);
          }

          @Override
          public Boolean choice(Value.Choice choice) {
            return choice.candidates().stream().anyMatch(StackReader::refers);
          }

          @Override
          public Boolean items(Value.Items items) {
            return items.items().stream().anyMatch(StackReader::refers);
          }

          @Override
          public Boolean fields(Value.Fields fields) {
            return fields.fields().values().stream().anyMatch(StackReader::refers);
          }
        });
  }

  private void add(
      List<Resource> resources,
      DeclaredResource declared,
      ConditionTruth exists,
      Set<Premise> premises) {
    for (Resource resource : resources) {
      declaredBy.put(resource.id(), stack.id(declared.id()));
      hypothesis.restsOn(resource.id(), premises);
      found.add(exists.isUndecided() ? resource.with("exists", doubt(declared, exists)) : resource);
    }
  }

  private Value properties(DeclaredResource declared, Binding binding) {
    Value properties =
        declared
            .properties()
            .map(node -> stack.evaluator().properties(node, binding::reads))
            .orElseGet(() -> new Value.Fields(Map.of(), Origin.at(declared.at())));
    stack.workedOut(declared, properties);
    return properties.isAbsent() ? new Value.Fields(Map.of(), properties.origin()) : properties;
  }

  private List<Resource> resources(
      DeclaredResource declared, Binding binding, Value.Fields fields) {
    return binding.resources(
        stack.id(declared.id()), fields, stack.place(), Existence.MANAGED, declared.at());
  }

  /** Says what is not there, and would be if parameters did not keep their defaults. */
  static void absent(Stack stack) {
    StackReader reader = new StackReader(stack);
    stack.resources().forEach(reader::absent);
  }

  private void absent(DeclaredResource declared) {
    Optional<Binding> binding = hypothesis.catalog().cloudFormation(declared.type());
    if (binding.isEmpty() || declared.isMadeByMacro()) {
      return;
    }
    PremiseTracker.Noted<ConditionTruth> exists =
        hypothesis.tracker().noting(() -> stack.existence(declared));
    if (exists.result().fails()
        && !exists.premises().isEmpty()
        && properties(declared, binding.get()) instanceof Value.Fields fields) {
      resources(declared, binding.get(), fields)
          .forEach(resource -> hypothesis.isAbsent(resource, exists.premises()));
    }
  }

  private static Value doubt(DeclaredResource declared, ConditionTruth exists) {
    Optional<Node.Scalar> condition = declared.condition();
    return new Value.Unknown(
        condition
            .map(name -> NamedConditions.why(name.text().strip(), exists))
            .orElse("hangs on " + exists.hangsOn()),
        Origin.at(condition.map(Node.Scalar::span).orElse(declared.at())));
  }

  private void gap(String message, DeclaredResource declared) {
    gap(message, stack.id(declared.id()).address(), declared.at());
  }

  private void gap(String message, String address, Span at) {
    hypothesis.gap(new Gap(Gap.Extent.MORE_RESOURCES, message, address, at));
  }
}
