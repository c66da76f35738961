package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.StackTemplates;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.CloudAssembly;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.value.Evaluator;
import io.trailproof.input.cloudformation.value.Loops;
import io.trailproof.input.cloudformation.value.NamedConditions;
import io.trailproof.input.cloudformation.value.Namespace;
import io.trailproof.input.cloudformation.value.Parameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One template deployed with its parameters: what its names stand for. */
final class Stack implements Namespace {
  private final AssumedReading hypothesis;
  private final Template template;
  private final @Nullable Stack parent;
  private final String prefix;
  private final ConditionTruth exists;
  private final Set<Premise> premises;
  private final Set<Premise> loops = new LinkedHashSet<>();
  private final Evaluator evaluator = new Evaluator(this);
  private final NamedConditions conditions = new NamedConditions(this, evaluator);
  private final Parameters parameters;
  private final Outputs outputs;
  private final ResourceAttributes attributes = new ResourceAttributes(this);
  private final NestedStacks nested = new NestedStacks(this);
  private final Map<String, DeclaredResource> resources = new LinkedHashMap<>();
  private final Map<String, Value> workedOut = new HashMap<>();
  private final boolean complete;
  private final List<Node.Member> unmade;
  private final CloudAssembly.Target target;
  private final Place place;
  private final boolean elsewhere;

  private Stack(
      AssumedReading hypothesis,
      Template template,
      @Nullable Stack parent,
      String prefix,
      ConditionTruth exists,
      Set<Premise> premises,
      Optional<Place> elsewhere,
      Map<String, Supplier<Value>> arguments) {
    this.hypothesis = hypothesis;
    this.template = template;
    this.parent = parent;
    this.prefix = prefix;
    this.exists = exists;
    this.premises = premises;
    this.parameters = new Parameters(this, arguments);
    this.target =
        parent == null
            ? hypothesis.files().target(template.file())
            : new CloudAssembly.Target(
                parent.target.account(), parent.target.region(), Optional.empty());
    this.place =
        elsewhere.orElseGet(() -> parent == null ? hypothesis.place(target) : parent.place);
    this.elsewhere = elsewhere.isPresent() || (parent != null && parent.elsewhere);
    conditions.define(expanded("Conditions").members());
    Loops.Expansion expansion = expanded("Resources");
    List<Node.Member> declared =
        template.section("Resources").stream()
            .filter(member -> parent == null && !member.key().startsWith(Call.LOOP))
            .toList();
    boolean all = hypothesis.budget().write(expansion.members().size() - declared.size());
    for (Node.Member member : all ? expansion.members() : declared) {
      Optional<Node.Mapping> body = member.value().asMapping();
      if (body.isPresent() && !member.key().equals(Call.TRANSFORM)) {
        resources.put(
            member.key(), new DeclaredResource(member.key(), member.keySpan(), body.get()));
      }
    }
    this.outputs = new Outputs(this, expanded("Outputs").members());
    this.complete = all && expansion.complete();
    this.unmade = expansion.unmade();
  }

  private Loops.Expansion expanded(String section) {
    PremiseTracker.Noted<Loops.Expansion> noted =
        hypothesis.tracker().noting(() -> new Loops(evaluator).expand(template.section(section)));
    loops.addAll(noted.premises());
    return noted.result();
  }

  @Override
  public void restOnLoops(String section, String name) {
    if (!loops.isEmpty() && template.member(section, name).isEmpty()) {
      hypothesis.tracker().on(loops);
    }
  }

  /** True if CloudFormation certainly refuses what one of its parameters gets. */
  boolean isRefused(Node.Member parameter) {
    return hypothesis.silently(() -> parameters.isRefused(parameter));
  }

  /** What it rests on that the stack is there, and is this one. */
  Set<Premise> premises() {
    return premises;
  }

  /** A stack that the user deploys, with the parameters that the user gives. */
  static Stack root(AssumedReading hypothesis, Template template) {
    Map<String, Supplier<Value>> given = new HashMap<>();
    hypothesis
        .parameters()
        .forEach((name, text) -> given.put(name, () -> Value.text(text, Origin.NOWHERE)));
    return new Stack(
        hypothesis, template, null, "", ConditionTruth.HOLDS, Set.of(), Optional.empty(), given);
  }

  /** A stack that an input of another format deploys. */
  static Stack embedded(AssumedReading hypothesis, Template template, StackTemplates.Stack by) {
    List<Node.Member> declared = template.section("Parameters");
    Map<String, Supplier<Value>> given = new HashMap<>();
    for (Node.Member parameter : declared) {
      Value all = by.parameters();
      Value one = all;
      if (all instanceof Value.Fields fields) {
        one = fields.fields().getOrDefault(parameter.key(), new Value.Absent(all.origin()));
      } else if (!all.isAbsent() && declared.size() > 1) {
        one = new Value.Unknown("is given in a way that the plan does not tell", all.origin());
      }
      Value value = one;
      if (!value.isAbsent()) {
        given.put(parameter.key(), () -> value);
      }
    }
    return new Stack(
        hypothesis,
        template,
        null,
        by.address() + "/",
        ConditionTruth.HOLDS,
        Set.of(),
        Optional.of(by.place()),
        given);
  }

  /** A stack that another one deploys. */
  static Stack nested(
      Stack parent,
      Template template,
      DeclaredResource by,
      Map<String, Supplier<Value>> arguments,
      Set<Premise> ofTheTemplate) {
    PremiseTracker.Noted<ConditionTruth> existence =
        parent.hypothesis.tracker().noting(() -> parent.existence(by));
    Set<Premise> premises = new LinkedHashSet<>(ofTheTemplate);
    premises.addAll(existence.premises());
    return new Stack(
        parent.hypothesis,
        template,
        parent,
        parent.prefix + by.id() + "/",
        by.isStackSet()
            ? existence.result().and(ConditionTruth.undecided("where the stack set is deployed"))
            : existence.result(),
        premises,
        by.isStackSet() ? Optional.of(parent.placeOf(by)) : Optional.empty(),
        arguments);
  }

  /** Some account and Region of a stack set: the same as itself, and no other we know. */
  private Place placeOf(DeclaredResource stackSet) {
    String of = " of stack set " + stackSet.id();
    Origin at = Origin.at(stackSet.at());
    String each = scope() + " " + stackSet.id();
    return new Place(
        new Value.Symbol("Region" + of, each, at), new Value.Symbol("account" + of, each, at));
  }

  @Override
  public AssumedReading hypothesis() {
    return hypothesis;
  }

  @Override
  public Template template() {
    return template;
  }

  Optional<Stack> parent() {
    return Optional.ofNullable(parent);
  }

  /** True if a stack set makes it: it says nothing of the account that the user deploys to. */
  boolean isElsewhere() {
    return elsewhere;
  }

  /** Whether it will be there. */
  ConditionTruth existence() {
    return exists;
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

  @Override
  public NamedConditions conditions() {
    return conditions;
  }

  Outputs outputs() {
    return outputs;
  }

  ResourceAttributes attributes() {
    return attributes;
  }

  NestedStacks nested() {
    return nested;
  }

  Optional<DeclaredResource> resource(String name) {
    return Optional.ofNullable(resources.get(name));
  }

  Collection<DeclaredResource> resources() {
    return resources.values();
  }

  /** True if no loop over unknown values hides resources. */
  boolean isComplete() {
    return complete;
  }

  /** What loops over nothing would make. */
  List<Node.Member> unmade() {
    return unmade;
  }

  /** True if every name that the template may use is in the template. */
  boolean definesAllNames() {
    return complete
        && template.definesAllNames()
        && resources.values().stream().noneMatch(DeclaredResource::isModule)
        && template.member("Resources", Call.TRANSFORM).isEmpty();
  }

  @Override
  public String scope() {
    return parent == null ? template.file().name() : parent.scope() + " " + prefix;
  }

  ResourceId id(String logicalId) {
    return new ResourceId(template.file().name(), prefix + logicalId);
  }

  /** Whether a resource will be there, its stack's own existence included. */
  ConditionTruth existence(DeclaredResource declared) {
    hypothesis.tracker().on(premises);
    return exists.and(ownExistence(declared));
  }

  /** The properties of a resource have been worked out, which others ask for again. */
  void workedOut(DeclaredResource declared, Value properties) {
    workedOut.put(declared.id(), properties);
  }

  /** The properties of a resource, if they have been worked out. */
  Optional<Value> workedOut(DeclaredResource declared) {
    return Optional.ofNullable(workedOut.get(declared.id()));
  }

  /** Whether a resource is there if its stack is. */
  ConditionTruth ownExistence(DeclaredResource declared) {
    restOnLoops("Resources", declared.id());
    return declared
        .condition()
        .map(name -> conditions.named(name.text().strip()))
        .orElse(ConditionTruth.HOLDS);
  }

  @Override
  public Value ref(String name, Origin origin) {
    if (PseudoParameters.isOne(name)) {
      return PseudoParameters.value(name, this, origin);
    }
    Optional<Node.Member> parameter = template.member("Parameters", name);
    if (parameter.isPresent()) {
      Value value = parameters.get(parameter.get());
      return value instanceof Value.Symbol symbol ? used(symbol, origin) : value;
    }
    return attributes.of(name, "Ref", origin);
  }

  private static Value used(Value.Symbol symbol, Origin origin) {
    return symbol.from(symbol.origin().sensitive() ? origin.hidden() : origin);
  }

  @Override
  public Value getAtt(String name, String attribute, Origin origin) {
    return attributes.of(name, attribute, origin);
  }

  @Override
  public Optional<List<Value>> arnParts(Value value) {
    return attributes.arnParts(value);
  }
}
