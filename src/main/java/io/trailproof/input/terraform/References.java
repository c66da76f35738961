package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the references of an unknown value to the instances they lead to (sections 5 to 8). */
final class References {
  private static final int MAX_DEPTH = 60;

  /** No honest value hangs on as many expressions; modules that feed each other do. */
  private static final int MAX_EXPRESSIONS = 10_000;

  private final World world;
  private final Catalog catalog;
  private final String input;
  private final PolicyDocuments documents;
  private final Locals locals;

  References(World world, Catalog catalog, String input, PolicyDocuments documents, Locals locals) {
    this.world = world;
    this.catalog = catalog;
    this.input = input;
    this.documents = documents;
    this.locals = locals;
  }

  /** Adds what the references of an expression lead to. */
  void follow(Expression expression, Frame frame, Wish wish, Origin origin, Found found) {
    new Walk(wish, origin, found).expression(expression, frame, Traversal.NONE, 0);
  }

  /** One step of a search, which says nothing new the second time. */
  private record Visit(
      Expression expression, List<Address.Module> path, String key, Traversal rest) {
    /** Of what is cheap and mostly tells two visits apart. */
    @Override
    public int hashCode() {
      return 31 * expression.references().hashCode() + key.hashCode();
    }
  }

  /** One search, for one property. */
  private final class Walk {
    private final Wish wish;
    private final Origin origin;
    private final Found found;
    private final Set<Visit> visited = new HashSet<>();

    Walk(Wish wish, Origin origin, Found found) {
      this.wish = wish;
      this.origin = origin;
      this.found = found;
    }

    /**
     * @param rest what the reference that led here asks of the value of the expression
     */
    void expression(Expression expression, Frame frame, Traversal rest, int depth) {
      if (!visited.add(new Visit(expression, frame.scope().path(), frame.key(), rest))) {
        return;
      }
      if (depth > MAX_DEPTH || visited.size() > MAX_EXPRESSIONS) {
        expression.references().forEach(found::other);
        return;
      }
      if (expression.references().isEmpty()) {
        found.chooser();
      }
      boolean indexed = false;
      List<Traversal> later = new ArrayList<>();
      for (String reference : expression.references()) {
        Traversal steps = Traversal.parse(reference);
        switch (steps.step(0)) {
          case "each", "count" -> later.add(steps);
          case "path", "terraform", "self" -> found.chooser();
          case "var" -> variable(steps, frame, rest, depth);
          case "local" -> local(reference, steps, frame, rest, depth);
          case "module" -> output(steps, frame, rest, depth);
          default -> indexed |= resource(steps, frame, rest, expression);
        }
      }
      for (Traversal steps : later) {
        // An index beside a resource was used up by it.
        if (!indexed) {
          repeated(steps, frame, rest, depth);
        }
      }
    }

    /** A local is what the sources define it to be, if that is plain. */
    private void local(String reference, Traversal steps, Frame frame, Traversal rest, int depth) {
      Definition definition = locals.definition(frame.scope(), steps.step(1)).orElse(null);
      if (definition == null) {
        found.wall(reference);
      } else if (!follow(definition, steps.from(2).then(rest), frame.scope(), depth)) {
        found.computedWall(reference, Locals.place(definition));
      }
    }

    /** False if the definition, or a part that is asked for, would have to be worked out. */
    private boolean follow(Definition definition, Traversal asked, Scope scope, int depth) {
      Plain plain = Plain.of(definition, asked);
      if (plain.isNothing() || depth > MAX_DEPTH) {
        return false;
      }
      found.fromSources();
      if (plain.isOneOf()) {
        found.chooser();
      }
      plain.literals().forEach(this::literal);
      for (Plain.Onward onward : plain.references()) {
        Expression reference = new Expression(List.of(onward.reference()), null);
        expression(reference, Frame.ofOutputs(scope), onward.rest(), depth + 1);
      }
      return plain.isWhole();
    }

    private void literal(Definition.Literal literal) {
      if (wish.isList() && literal.quoted()) {
        found.known(literal.span(), Value.text(literal.text(), origin));
      } else {
        found.chooser();
      }
    }

    private void variable(Traversal steps, Frame frame, Traversal rest, int depth) {
      Scope scope = frame.scope();
      Scope parent = scope.parent();
      ModuleConfig.Call call = scope.call();
      Expression value = call == null ? null : call.inputs().get(steps.step(1));
      if (parent == null || call == null || value == null) {
        // Root variables and defaults are known before apply.
        found.chooser();
        return;
      }
      if (locals.isComputed(parent, scope, steps.step(1))) {
        found.evaluated();
      }
      Frame outer = Frame.ofInputs(parent, scope, call);
      expression(value, outer, steps.from(2).then(rest), depth + 1);
    }

    private void output(Traversal steps, Frame frame, Traversal rest, int depth) {
      boolean keyed = steps.isIndex(2);
      int name = keyed ? 3 : 2;
      Optional<Scope> inner = frame.scope().child(steps.step(1), keyed ? steps.step(2) : Scope.ANY);
      Expression value =
          inner.map(scope -> scope.config().outputs().get(steps.step(name))).orElse(null);
      if (inner.isEmpty() || value == null) {
        found.other(steps.text());
        return;
      }
      expression(value, Frame.ofOutputs(inner.get()), steps.from(name + 1).then(rest), depth + 1);
    }

    private void repeated(Traversal steps, Frame frame, Traversal rest, int depth) {
      Expression forEach = frame.forEach();
      if (!steps.step(1).equals("value") || forEach == null || frame.key().isEmpty()) {
        found.chooser();
        return;
      }
      Traversal asked = new Traversal(List.of(frame.key())).then(steps.from(2)).then(rest);
      for (String reference : forEach.references()) {
        if (reference.startsWith("local.") && !repeatedLocal(reference, frame, asked, depth)) {
          found.weakWall("each.value` over `" + reference);
        }
      }
      Expression visible =
          new Expression(
              forEach.references().stream().filter(r -> !r.startsWith("local.")).toList(), null);
      // Within for_each itself there is no each.
      expression(visible, new Frame(frame.scope(), "", null), asked, depth + 1);
    }

    private boolean repeatedLocal(String reference, Frame frame, Traversal asked, int depth) {
      Traversal steps = Traversal.parse(reference);
      return locals
          .definition(frame.scope(), steps.step(1))
          .filter(one -> follow(one, steps.from(2).then(asked), frame.scope(), depth))
          .isPresent();
    }

    /** Returns true if the index beside the resource chose its instance. */
    private boolean resource(Traversal steps, Frame frame, Traversal rest, Expression expression) {
      boolean data = steps.step(0).equals("data");
      int at = data ? 1 : 0;
      String type = steps.step(at);
      Binding binding = catalog.terraform(type).orElse(null);
      boolean document = data && type.equals(PolicyDocuments.TYPE);
      if (binding == null && !document) {
        if (data && EvidenceTypes.TYPES.contains(type)) {
          found.chooser();
        } else {
          found.other(steps.text());
        }
        return false;
      }
      String block = (data ? "data." : "") + type + "." + steps.step(at + 1);
      List<Live> instances = world.instances(frame.scope().path(), block);
      Traversal own = steps.from(at + 2);
      Traversal asked = own.then(rest);
      boolean indexed = false;
      if (asked.isIndex(0)) {
        List<Live> chosen = withKey(instances, asked.step(0));
        if (!chosen.isEmpty() || own.isIndex(0)) {
          instances = chosen;
          own = own.isIndex(0) ? own.from(1) : own;
        }
        asked = asked.from(1);
      } else if (own.isEmpty() && expression.isIndexed()) {
        List<Live> chosen = withKey(instances, frame.key());
        indexed = !chosen.isEmpty() && !frame.key().isEmpty();
        instances = chosen.isEmpty() ? instances : chosen;
      }
      if (instances.isEmpty()) {
        // A count of nought: an argument of a conditional that was not taken.
        found.chooser();
      } else if (instances.size() > 1) {
        // A splat takes all of them, `element` and `one` take one, and both look the same.
        found.chooser();
      }
      for (Live live : instances) {
        target(live, binding, own, asked, steps);
      }
      return indexed;
    }

    private void target(
        Live live, @Nullable Binding binding, Traversal own, Traversal asked, Traversal steps) {
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
        if (fits && wish.isList() && !path.isEmpty()) {
          reference(live, attribute.orElseThrow(), true);
        } else {
          found.chooser();
        }
      } else if (fits) {
        reference(live, attribute.orElseThrow(), false);
      } else {
        found.other(steps.text());
      }
    }

    private boolean fits(Binding binding, Traversal path) {
      return wish.isDocument() == Wish.isDocument(path.text())
          && (wish.targets().isEmpty() || wish.targets().contains(binding.type().name()));
    }

    private void reference(Live live, String attribute, boolean known) {
      ResourceId target = new ResourceId(input, live.address().text());
      Value value = new Value.Reference(target, attribute, origin);
      if (known) {
        found.known(target + "#" + attribute, value);
      } else {
        found.candidate(target + "#" + attribute, value);
      }
    }

    /** An attribute that the catalog does not know is known only if its value is there. */
    private boolean isKnown(Live live, Traversal path, boolean inCatalog) {
      return !live.isUnknown(path)
          && (inCatalog || path.isEmpty() || live.instance().value(path.step(0)).isPresent());
    }

    private Optional<String> attribute(Binding binding, Traversal path) {
      return path.isEmpty() ? wish.lostAttribute(binding) : binding.attribute(path.text());
    }

    private void document(Live live, Traversal steps) {
      if (!live.isUnknown(new Traversal(List.of("json")))) {
        found.chooser();
      } else if (wish.isDocument()) {
        found.candidate(live.address().text(), documents.statements(live, origin));
      } else {
        found.other(steps.text());
      }
    }

    private List<Live> withKey(List<Live> instances, String key) {
      return instances.stream().filter(live -> live.address().key().equals(key)).toList();
    }
  }
}
