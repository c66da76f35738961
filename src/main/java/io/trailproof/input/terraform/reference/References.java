package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.Traversal;
import io.trailproof.source.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the references of an unknown value to the instances they lead to (sections 5 to 8). */
public final class References {
  private static final int MAX_DEPTH = 60;

  /** The key of no instance. */
  private static final String NO_KEY = "[]";

  /** How the attributes of a stack begin that are what it puts out. */
  public static final String OUTPUT = "outputs.";

  private static final String STACK = "aws_cloudformation_stack";

  private final PlannedState state;
  private final Catalog catalog;
  private final String input;
  private final Function<PlannedInstance, Value.Fields> documents;
  private final Locals locals;
  private final InstanceKeys keys;

  /**
   * @param documents the properties of a policy document's data source
   */
  References(
      PlannedState state,
      Catalog catalog,
      String input,
      Function<PlannedInstance, Value.Fields> documents,
      Locals locals,
      InstanceKeys keys) {
    this.state = state;
    this.catalog = catalog;
    this.input = input;
    this.documents = documents;
    this.locals = locals;
    this.keys = keys;
  }

  /** Adds what the references of an expression lead to. */
  void follow(
      ConfiguredExpression expression,
      EvaluationContext context,
      TargetProperty property,
      Origin origin,
      ReferenceTargets targets) {
    new Walk(property, origin, targets, new HashSet<>())
        .expression(expression, context, Traversal.NONE, 0);
  }

  /** One step of a search, which says nothing new the second time. */
  private record Visit(
      ConfiguredExpression expression, List<Address.Module> path, String key, Traversal rest) {
    /** Of what is cheap and mostly tells two visits apart. */
    @Override
    public int hashCode() {
      return 31 * expression.references().hashCode() + key.hashCode();
    }
  }

  /** One search, for one property. */
  private final class Walk {
    private final TargetProperty property;
    private final Origin origin;
    private final ReferenceTargets targets;
    private final Set<Visit> visited;

    Walk(TargetProperty property, Origin origin, ReferenceTargets targets, Set<Visit> visited) {
      this.property = property;
      this.origin = origin;
      this.targets = targets;
      this.visited = visited;
    }

    /**
     * @param rest what the reference that led here asks of the value of the expression
     */
    void expression(
        ConfiguredExpression expression, EvaluationContext context, Traversal rest, int depth) {
      if (!visited.add(new Visit(expression, context.scope().path(), context.key(), rest))) {
        return;
      }
      if (depth > MAX_DEPTH || visited.size() > Limits.EXPRESSIONS) {
        expression.references().forEach(targets::unrelated);
        return;
      }
      if (expression.references().isEmpty()) {
        targets.selector();
      }
      if (!rest.isEmpty() && expression.isOfSeveral()) {
        // Something of the value is picked, and the plan does not tell what.
        targets.picked();
      }
      boolean indexed = false;
      List<Traversal> later = new ArrayList<>();
      for (String reference : expression.references()) {
        Traversal steps = Traversal.parse(reference);
        switch (steps.step(0)) {
          case "each", "count" -> later.add(steps);
          case "path", "terraform", "self" -> targets.selector();
          case "var" -> variable(steps, context, rest, depth);
          case "local" -> local(reference, steps, context, rest, depth);
          case "module" -> indexed |= output(steps, context, rest, expression, depth);
          default -> indexed |= resource(steps, context, rest, expression);
        }
      }
      for (Traversal steps : later) {
        // An index beside a resource was used up by it.
        if (!indexed) {
          repeated(steps, context, rest, depth);
        }
      }
    }

    /** A local is what the sources define it to be, if that is plain. */
    private void local(
        String reference, Traversal steps, EvaluationContext context, Traversal rest, int depth) {
      Definition definition = locals.definition(context.scope(), steps.step(1)).orElse(null);
      if (definition == null && context.scope().config().counting().contains(reference)) {
        targets.chosenBy(reference);
      } else if (definition == null) {
        targets.opaqueLocal(reference);
      } else if (!follow(definition, steps.from(2).then(rest), context.scope(), depth)) {
        targets.computedLocal(reference, Locals.place(definition));
      }
    }

    /** False if the definition, or a part that is asked for, would have to be worked out. */
    private boolean follow(Definition definition, Traversal asked, ModuleScope scope, int depth) {
      StaticParts plain = StaticParts.of(definition, asked);
      if (plain.isNothing() || depth > MAX_DEPTH) {
        return false;
      }
      targets.fromSources();
      if (plain.isOneOf()) {
        targets.selector();
      }
      plain.literals().forEach(this::literal);
      for (StaticParts.Onward onward : plain.references()) {
        ConfiguredExpression reference =
            new ConfiguredExpression(List.of(onward.reference()), null);
        expression(reference, EvaluationContext.ofOutputs(scope), onward.rest(), depth + 1);
      }
      return plain.isWhole();
    }

    private void literal(Definition.Literal literal) {
      if (property.isList() && literal.quoted()) {
        targets.known(literal.span(), Value.text(literal.text(), origin));
      } else {
        targets.selector();
      }
    }

    private void variable(Traversal steps, EvaluationContext context, Traversal rest, int depth) {
      ModuleScope scope = context.scope();
      ModuleScope parent = scope.parent();
      ModuleConfig.Call call = scope.call();
      ConfiguredExpression value = call == null ? null : call.inputs().get(steps.step(1));
      if (parent == null || call == null || value == null) {
        // Root variables and defaults are known before apply.
        targets.selector();
        return;
      }
      if (locals.isComputed(parent, scope, steps.step(1))) {
        targets.evaluated();
      }
      EvaluationContext outer = EvaluationContext.ofInputs(parent, scope, call);
      expression(value, outer, steps.from(2).then(rest), depth + 1);
    }

    /** Returns true if an index stands beside the module. */
    private boolean output(
        Traversal steps,
        EvaluationContext context,
        Traversal rest,
        ConfiguredExpression expression,
        int depth) {
      boolean keyed = steps.isIndex(2);
      int name = keyed ? 3 : 2;
      String key = keyed ? steps.step(2) : ModuleScope.ANY;
      ModuleScope inner = context.scope().child(steps.step(1), key).orElse(null);
      if (inner != null && steps.size() == name) {
        return someOutput(inner, steps, context, rest, expression, depth);
      }
      ConfiguredExpression value =
          inner == null ? null : inner.config().outputs().get(steps.step(name));
      if (inner == null || value == null) {
        targets.unrelated(steps.text());
      } else {
        EvaluationContext outputs = EvaluationContext.ofOutputs(inner);
        expression(value, outputs, steps.from(name + 1).then(rest), depth + 1);
      }
      return false;
    }

    /**
     * An index or a splat lost the output's name: it is what leads to a thing that may be meant.
     */
    private boolean someOutput(
        ModuleScope module,
        Traversal steps,
        EvaluationContext context,
        Traversal rest,
        ConfiguredExpression expression,
        int depth) {
      Optional<ModuleScope> one =
          keys.beside(expression, context)
              .flatMap(key -> context.scope().child(steps.step(1), key));
      if (one.isPresent() && outputs(one.get(), steps, rest, depth)) {
        targets.guessed(steps.text());
      } else if (!outputs(module, steps, rest, depth)) {
        targets.unrelated(steps.text());
      }
      return expression.isIndexed();
    }

    /** False if no output leads to anything that may be meant. */
    private boolean outputs(ModuleScope module, Traversal steps, Traversal rest, int depth) {
      Map<Object, Value> found = new LinkedHashMap<>();
      for (Map.Entry<String, ConfiguredExpression> output :
          new TreeMap<>(module.config().outputs()).entrySet()) {
        ReferenceTargets of = new ReferenceTargets();
        new Walk(property, origin, of, visited)
            .expression(output.getValue(), EvaluationContext.ofOutputs(module), rest, depth + 1);
        if (of.isOpaque()) {
          targets.unrelated(steps.text() + "." + output.getKey());
        }
        of.addTo(found);
      }
      if (found.size() > 1) {
        targets.picked();
      }
      found.forEach(targets::candidate);
      return !found.isEmpty();
    }

    private void repeated(Traversal steps, EvaluationContext context, Traversal rest, int depth) {
      ConfiguredExpression forEach = context.forEach();
      if (!steps.step(1).equals("value") || forEach == null || context.key().isEmpty()) {
        targets.selector();
        return;
      }
      Traversal asked = new Traversal(List.of(context.key())).then(steps.from(2)).then(rest);
      for (String reference : forEach.references()) {
        if (reference.startsWith("local.") && !repeatedLocal(reference, context, asked, depth)) {
          targets.opaqueRepetition("each.value` over `" + reference);
        }
      }
      ConfiguredExpression visible =
          new ConfiguredExpression(
              forEach.references().stream().filter(r -> !r.startsWith("local.")).toList(), null);
      // Within for_each itself there is no each.
      expression(visible, new EvaluationContext(context.scope(), "", null), asked, depth + 1);
    }

    private boolean repeatedLocal(
        String reference, EvaluationContext context, Traversal asked, int depth) {
      Traversal steps = Traversal.parse(reference);
      return locals
          .definition(context.scope(), steps.step(1))
          .filter(one -> follow(one, steps.from(2).then(asked), context.scope(), depth))
          .isPresent();
    }

    /** Returns true if the index beside the resource chose its instance. */
    private boolean resource(
        Traversal steps,
        EvaluationContext context,
        Traversal rest,
        ConfiguredExpression expression) {
      boolean data = steps.step(0).equals("data");
      int at = data ? 1 : 0;
      String type = steps.step(at);
      Binding binding = catalog.terraform(type).orElse(null);
      boolean document = data && type.equals(DataSources.POLICY_DOCUMENT);
      if (type.equals(STACK) && !data && stackOutput(steps, context, rest)) {
        return false;
      }
      if (binding == null && !document) {
        if (data && DataSources.TYPES.contains(type)) {
          targets.selector();
        } else {
          targets.unrelated(steps.text());
        }
        return false;
      }
      String block = (data ? "data." : "") + type + "." + steps.step(at + 1);
      List<PlannedInstance> instances = state.instances(context.scope().path(), block);
      Traversal own = steps.from(at + 2);
      Traversal asked = own.then(rest);
      boolean indexed = false;
      if (asked.isIndex(0)) {
        List<PlannedInstance> chosen = withKey(instances, asked.step(0));
        if (!chosen.isEmpty() || own.isIndex(0)) {
          if (!own.isIndex(0)) {
            guessed(instances, chosen, steps);
          }
          instances = chosen;
          own = own.isIndex(0) ? own.from(1) : own;
        }
        asked = asked.from(1);
      } else if (own.isEmpty() && expression.isIndexed()) {
        List<PlannedInstance> chosen =
            withKey(instances, keys.beside(expression, context).orElse(NO_KEY));
        guessed(instances, chosen, steps);
        instances = chosen.isEmpty() ? instances : chosen;
        indexed = true;
      }
      if (instances.size() != 1) {
        // None is a count of nought: an argument of a conditional that was not taken. A splat takes
        // all of several, `element` and `one` take one, and both look the same.
        targets.selector();
      }
      for (PlannedInstance live : instances) {
        target(live, binding, own, asked, steps);
      }
      return indexed;
    }

    /**
     * What a stack puts out is what its template says, where that stands in the plan; false where
     * it is not told which stack or which output.
     */
    private boolean stackOutput(Traversal steps, EvaluationContext context, Traversal rest) {
      String block = STACK + "." + steps.step(1);
      List<PlannedInstance> instances = state.instances(context.scope().path(), block);
      boolean keyed = steps.isIndex(2);
      List<PlannedInstance> meant = keyed ? withKey(instances, steps.step(2)) : instances;
      Traversal asked = steps.from(keyed ? 3 : 2).then(rest);
      if (meant.size() != 1
          || asked.size() != 2
          || !asked.step(0).equals("outputs")
          || property.isDocument()
          || property.targets().isEmpty() // of other text a part is not to be taken for it
          || meant.get(0).instance().text("template_body").isEmpty()) {
        return false;
      }
      ResourceId target = new ResourceId(input, meant.get(0).address().text());
      String attribute = OUTPUT + asked.step(1).replaceAll("^\\[\"?|\"?]$", "");
      targets.candidate(
          target + "#" + attribute, new Value.Reference(target, attribute, origin).perhapsPart());
      return true;
    }

    /** An index that is not written as it is was taken for what its references suggest. */
    private void guessed(List<PlannedInstance> all, List<PlannedInstance> chosen, Traversal steps) {
      if (all.size() > 1 && !chosen.isEmpty()) {
        targets.guessed(steps.text());
      }
    }

    private void target(
        PlannedInstance live,
        @Nullable Binding binding,
        Traversal own,
        Traversal asked,
        Traversal steps) {
      if (binding == null) {
        document(live, steps);
        return;
      }
      targets.touches(new ResourceId(input, live.address().text()));
      Traversal path = asked;
      Optional<String> attribute = attribute(binding, asked);
      if (attribute.isEmpty() && !own.isEmpty() && !own.equals(asked)) {
        path = own;
        attribute = attribute(binding, own);
      }
      // An object's own field names may stand before the attribute.
      for (int i = 1; attribute.isEmpty() && own.isEmpty() && i < asked.size(); i++) {
        path = asked.from(i);
        attribute = attribute(binding, path);
      }
      boolean fits = attribute.isPresent() && fits(binding, path);
      if (isKnown(live, path, attribute.isPresent())) {
        if (fits && property.isList() && !path.isEmpty()) {
          reference(live, binding, attribute.orElseThrow(), true);
        } else {
          targets.selector();
        }
      } else if (fits) {
        reference(live, binding, attribute.orElseThrow(), false);
      } else if (property.cannotBe(binding)) {
        targets.ofAnotherKind(steps.text());
      } else {
        targets.unrelated(steps.text());
      }
    }

    private boolean fits(Binding binding, Traversal path) {
      return property.isDocument() == TargetProperty.isDocument(path.text())
          && (property.targets().isEmpty() || property.targets().contains(binding.type().name()));
    }

    private void reference(PlannedInstance live, Binding binding, String attribute, boolean known) {
      ResourceId target = new ResourceId(input, live.address().text());
      Value.Reference reference = new Value.Reference(target, attribute, origin);
      // A qualifier behind the ARN of a function makes another thing of it.
      boolean goesOn = attribute.equals("arn") && binding.attribute("qualified_arn").isPresent();
      Value value = goesOn ? reference.perhapsPart() : reference;
      if (known) {
        targets.known(target + "#" + attribute, value);
      } else {
        targets.candidate(target + "#" + attribute, value);
      }
    }

    /** An attribute that the catalog does not know is known only if its value is there. */
    private boolean isKnown(PlannedInstance live, Traversal path, boolean inCatalog) {
      return !live.isUnknown(path)
          && (inCatalog || path.isEmpty() || live.instance().value(path.step(0)).isPresent());
    }

    private Optional<String> attribute(Binding binding, Traversal path) {
      return path.isEmpty() ? property.lostAttribute(binding) : binding.attribute(path.text());
    }

    private void document(PlannedInstance live, Traversal steps) {
      if (!live.isUnknown(new Traversal(List.of("json")))) {
        // Among documents that are merged it stands in the plan's own list.
        if (!property.isDocument() || !property.isList()) {
          targets.selector();
        }
      } else if (property.isDocument()) {
        targets.candidate(
            live.address().text(), PolicyDocuments.policy(live, documents.apply(live), origin));
      } else {
        targets.unrelated(steps.text());
      }
    }

    private List<PlannedInstance> withKey(List<PlannedInstance> instances, String key) {
      return instances.stream().filter(live -> live.address().key().equals(key)).toList();
    }
  }
}
