package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Binding;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One template deployed with its parameters: what its names stand for. */
final class Stack {
  private final World world;
  private final Template template;
  private final @Nullable Stack parent;
  private final String prefix;
  private final Truth exists;
  private final Set<Premise> premises;
  private final Set<Premise> loops = new LinkedHashSet<>();
  private final Evaluator evaluator = new Evaluator(this);
  private final Conditions conditions = new Conditions(this);
  private final Parameters parameters;
  private final Outputs outputs;
  private final NestedStacks nested = new NestedStacks(this);
  private final Map<String, Declared> resources = new LinkedHashMap<>();
  private final boolean complete;
  private final CloudAssembly.Target target;
  private final Place place;
  private final boolean elsewhere;

  private Stack(
      World world,
      Template template,
      @Nullable Stack parent,
      String prefix,
      Truth exists,
      Set<Premise> premises,
      Optional<Place> elsewhere,
      Map<String, Supplier<Value>> arguments) {
    this.world = world;
    this.template = template;
    this.parent = parent;
    this.prefix = prefix;
    this.exists = exists;
    this.premises = premises;
    this.parameters = new Parameters(this, arguments);
    this.target =
        parent == null
            ? world.files().target(template.file())
            : new CloudAssembly.Target(
                parent.target.account(), parent.target.region(), Optional.empty());
    this.place = elsewhere.orElseGet(() -> parent == null ? world.place(target) : parent.place);
    this.elsewhere = elsewhere.isPresent() || (parent != null && parent.elsewhere);
    conditions.define(expanded("Conditions").members());
    Loops.Expansion expansion = expanded("Resources");
    for (Node.Member member : expansion.members()) {
      Optional<Node.Mapping> body = member.value().asMapping();
      if (body.isPresent() && !member.key().equals(Call.TRANSFORM)) {
        resources.put(member.key(), new Declared(member.key(), member.keySpan(), body.get()));
      }
    }
    this.outputs = new Outputs(this, expanded("Outputs").members());
    this.complete = expansion.complete();
  }

  private Loops.Expansion expanded(String section) {
    Reliance.Noted<Loops.Expansion> noted =
        world.reliance().noting(() -> new Loops(evaluator).expand(template.section(section)));
    loops.addAll(noted.premises());
    return noted.result();
  }

  /** What is not written itself is there by what a loop runs over. */
  void restOnLoops(String section, String name) {
    if (!loops.isEmpty() && template.member(section, name).isEmpty()) {
      world.reliance().on(loops);
    }
  }

  /** What it rests on that the stack is there, and is this one. */
  Set<Premise> premises() {
    return premises;
  }

  /** A stack that the user deploys, with the parameters that the user gives. */
  static Stack root(World world, Template template) {
    Map<String, Supplier<Value>> given = new HashMap<>();
    world
        .settings()
        .parameters()
        .forEach((name, text) -> given.put(name, () -> Value.text(text, Origin.NOWHERE)));
    return new Stack(world, template, null, "", Truth.TRUE, Set.of(), Optional.empty(), given);
  }

  /** A stack that another one deploys. */
  static Stack nested(
      Stack parent,
      Template template,
      Declared by,
      Map<String, Supplier<Value>> arguments,
      Set<Premise> ofTheTemplate) {
    Reliance.Noted<Truth> existence = parent.world.reliance().noting(() -> parent.existence(by));
    Set<Premise> premises = new LinkedHashSet<>(ofTheTemplate);
    premises.addAll(existence.premises());
    return new Stack(
        parent.world,
        template,
        parent,
        parent.prefix + by.id() + "/",
        by.isStackSet()
            ? existence.result().and(Truth.undecided("where the stack set is deployed"))
            : existence.result(),
        premises,
        by.isStackSet() ? Optional.of(parent.placeOf(by)) : Optional.empty(),
        arguments);
  }

  /** Some account and Region of a stack set: the same as itself, and no other we know. */
  private Place placeOf(Declared stackSet) {
    String of = " of stack set " + stackSet.id();
    Origin at = Origin.at(stackSet.at());
    return new Place(
        new Value.Symbol("Region" + of, scope(), at),
        new Value.Symbol("account" + of, scope(), at));
  }

  World world() {
    return world;
  }

  Template template() {
    return template;
  }

  Optional<Stack> parent() {
    return Optional.ofNullable(parent);
  }

  /** True if a stack set makes it: it says nothing of the account that the user deploys to. */
  boolean isElsewhere() {
    return elsewhere;
  }

  Place place() {
    return place;
  }

  /** The name that the stack is deployed under, if its assembly says so. */
  Optional<String> name() {
    return target.name();
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Conditions conditions() {
    return conditions;
  }

  Outputs outputs() {
    return outputs;
  }

  NestedStacks nested() {
    return nested;
  }

  Collection<Declared> resources() {
    return resources.values();
  }

  /** True if no loop over unknown values hides resources. */
  boolean isComplete() {
    return complete;
  }

  /** True if every name that the template may use is in the template. */
  boolean definesAllNames() {
    return complete
        && template.definesAllNames()
        && resources.values().stream().noneMatch(Declared::isModule)
        && template.member("Resources", Call.TRANSFORM).isEmpty();
  }

  /** Tells the symbols of this stack from those of others. */
  String scope() {
    return parent == null ? template.file().name() : parent.scope() + " " + prefix;
  }

  ResourceId id(String logicalId) {
    return new ResourceId(template.file().name(), prefix + logicalId);
  }

  /** Whether a resource will be there, its stack's own existence included. */
  Truth existence(Declared declared) {
    world.reliance().on(premises);
    return exists.and(ownExistence(declared));
  }

  private Truth ownExistence(Declared declared) {
    restOnLoops("Resources", declared.id());
    return declared
        .condition()
        .map(name -> conditions.named(name.text().strip()))
        .orElse(Truth.TRUE);
  }

  /** What a {@code Ref} to a name stands for. */
  Value ref(String name, Origin origin) {
    if (Pseudo.isOne(name)) {
      return Pseudo.value(name, this, origin);
    }
    Optional<Node.Member> parameter = template.member("Parameters", name);
    if (parameter.isPresent()) {
      Value value = parameters.get(parameter.get());
      return value instanceof Value.Symbol symbol ? used(symbol, origin) : value;
    }
    return resource(name, "Ref", origin);
  }

  private static Value used(Value.Symbol symbol, Origin origin) {
    return symbol.from(symbol.origin().sensitive() ? origin.hidden() : origin);
  }

  /** What an attribute of a resource stands for. */
  Value getAtt(String name, String attribute, Origin origin) {
    return resource(name, attribute, origin);
  }

  private Value resource(String name, String attribute, Origin origin) {
    Declared declared = resources.get(name);
    if (declared == null) {
      return definesAllNames()
          ? new Value.Unknown(
              "refers to " + Rendering.quoted(name) + ", which is not there", origin)
          : symbol(name, attribute, origin);
    }
    if (world.aside(() -> ownExistence(declared)).isFalse()) {
      String condition = declared.condition().map(Node.Scalar::text).orElse("");
      if (origin.span() != null) {
        world.report(Problem.missingUnderCondition(name, condition, origin.span()));
      }
      return new Value.Unknown(
          "refers to " + Rendering.quoted(name) + ", which does not exist", origin);
    }
    if (declared.templateProperty().isPresent()) {
      return nested.attribute(declared, attribute, origin);
    }
    if (declared.isCustom()) {
      return new Value.Unknown("is made by the custom resource " + Rendering.quoted(name), origin);
    }
    Optional<Binding> binding = world.catalog().cloudFormation(declared.type());
    return binding
        .filter(known -> !declared.isMadeByMacro())
        .flatMap(known -> known.attribute(attribute))
        .<Value>map(canonical -> new Value.Reference(id(name), canonical, origin))
        .orElseGet(() -> symbol(name, attribute, origin));
  }

  /** An attribute that nobody knows, yet is the same wherever it is asked for. */
  Value symbol(String name, String attribute, Origin origin) {
    String suffix = attribute.equals("Ref") ? "" : "." + attribute;
    return new Value.Symbol("resource " + name + suffix, scope(), origin);
  }
}
