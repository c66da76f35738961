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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the references of an unknown value to the instances they lead to (sections 5 to 8). */
final class References {
  private static final int MAX_DEPTH = 60;

  /** No honest value hangs on as many expressions; modules that feed each other do. */
  private static final int MAX_EXPRESSIONS = 10_000;

  private final PlannedState state;
  private final Catalog catalog;
  private final String input;
  private final Function<PlannedInstance, Value.Fields> documents;
  private final Locals locals;

  /**
   * @param documents the properties of a policy document's data source
   */
  References(
      PlannedState state,
      Catalog catalog,
      String input,
      Function<PlannedInstance, Value.Fields> documents,
      Locals locals) {
    this.state = state;
    this.catalog = catalog;
    this.input = input;
    this.documents = documents;
    this.locals = locals;
  }

  /** Adds what the references of an expression lead to. */
  void follow(
      ConfiguredExpression expression,
      EvaluationContext context,
      TargetProperty property,
      Origin origin,
      ReferenceTargets targets) {
    new Walk(property, origin, targets).expression(expression, context, Traversal.NONE, 0);
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
    private final Set<Visit> visited = new HashSet<>();

    Walk(TargetProperty property, Origin origin, ReferenceTargets targets) {
      this.property = property;
      this.origin = origin;
      this.targets = targets;
    }

    /**
     * @param rest what the reference that led here asks of the value of the expression
     */
    void expression(
        ConfiguredExpression expression, EvaluationContext context, Traversal rest, int depth) {
      if (!visited.add(new Visit(expression, context.scope().path(), context.key(), rest))) {
        return;
      }
      if (depth > MAX_DEPTH || visited.size() > MAX_EXPRESSIONS) {
        expression.references().forEach(targets::unrelated);
        return;
      }
      if (expression.references().isEmpty()) {
        targets.selector();
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
          case "module" -> output(steps, context, rest, depth);
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
      if (definition == null) {
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

    private void output(Traversal steps, EvaluationContext context, Traversal rest, int depth) {
      boolean keyed = steps.isIndex(2);
      int name = keyed ? 3 : 2;
      Optional<ModuleScope> inner =
          context.scope().child(steps.step(1), keyed ? steps.step(2) : ModuleScope.ANY);
      ConfiguredExpression value =
          inner.map(scope -> scope.config().outputs().get(steps.step(name))).orElse(null);
      if (inner.isEmpty() || value == null) {
        targets.unrelated(steps.text());
        return;
      }
      expression(
          value,
          EvaluationContext.ofOutputs(inner.get()),
          steps.from(name + 1).then(rest),
          depth + 1);
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
          instances = chosen;
          own = own.isIndex(0) ? own.from(1) : own;
        }
        asked = asked.from(1);
      } else if (own.isEmpty() && expression.isIndexed()) {
        List<PlannedInstance> chosen = withKey(instances, context.key());
        indexed = !chosen.isEmpty() && !context.key().isEmpty();
        instances = chosen.isEmpty() ? instances : chosen;
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
          reference(live, attribute.orElseThrow(), true);
        } else {
          targets.selector();
        }
      } else if (fits) {
        reference(live, attribute.orElseThrow(), false);
      } else {
        targets.unrelated(steps.text());
      }
    }

    private boolean fits(Binding binding, Traversal path) {
      return property.isDocument() == TargetProperty.isDocument(path.text())
          && (property.targets().isEmpty() || property.targets().contains(binding.type().name()));
    }

    private void reference(PlannedInstance live, String attribute, boolean known) {
      ResourceId target = new ResourceId(input, live.address().text());
      Value value = new Value.Reference(target, attribute, origin);
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
        targets.selector();
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
