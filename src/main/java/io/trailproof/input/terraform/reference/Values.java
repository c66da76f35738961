package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Given;
import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.ConfiguredExpressions;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.Unknowns;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an instance in terraform's spelling: what {@code planned_values} knows, and
 * what the references of the rest lead to (section 4). Null values are left out, but of resources
 * that were only found, where a property that is left out is one that the input does not show
 * (F105).
 */
public final class Values {
  /** Lists that the provider computes where the configuration does not set them (section 4). */
  private static final Set<String> COMPUTED_LISTS = Set.of("inline_policy", "managed_policy_arns");

  private static final String DYNAMIC =
      "is known only after apply, from a dynamic block that a plan does not show";

  private final ModuleConfig configuration;
  private final String input;
  private final Locals locals;
  private final References references;
  private final SourceEvaluation evaluation;
  private final Map<ResourceId, Set<Premise>> premises = new LinkedHashMap<>();

  public Values(
      PlannedState state,
      Catalog catalog,
      ModuleConfig configuration,
      String input,
      Locals locals,
      Map<String, Node> variables) {
    this.configuration = configuration;
    this.input = input;
    this.locals = locals;
    this.evaluation =
        new SourceEvaluation(
            locals.sources(), state, variables, catalog, input, document -> of(document, null));
    this.references =
        new References(
            state,
            catalog,
            input,
            document -> of(document, null),
            locals,
            new InstanceKeys(variables));
  }

  /** What the sources tell. */
  public SourceEvaluation evaluation() {
    return evaluation;
  }

  /** What the properties of some instances rest on. */
  public Map<ResourceId, Set<Premise>> premises() {
    return premises;
  }

  /** Where an instance is written: the header of its block, else what the plan says of it. */
  public Span place(PlannedInstance live) {
    return locals.written(live).place().orElse(live.instance().span());
  }

  /** The properties of an instance; a null binding is that of a helper data source. */
  public Value.Fields of(PlannedInstance live, @Nullable Binding binding) {
    Optional<ModuleScope> scope = ModuleScope.root(configuration).descend(live.address().modules());
    ModuleConfig.Block block =
        scope.map(in -> in.config().blocks().get(live.address().block())).orElse(null);
    if (scope.isEmpty() || block == null) {
      return new Merge(null, null, live).fields(live, binding);
    }
    EvaluationContext context = EvaluationContext.of(scope.get(), live.address(), block);
    return new Merge(context, block.expressions(), live).fields(live, binding);
  }

  /** What the expressions of an instance lead to, whatever becomes of it in them. */
  public List<Value> mentioned(PlannedInstance live) {
    Optional<ModuleScope> scope = ModuleScope.root(configuration).descend(live.address().modules());
    ModuleConfig.Block block =
        scope.map(in -> in.config().blocks().get(live.address().block())).orElse(null);
    if (scope.isEmpty() || block == null || block.expressions() == null) {
      return List.of();
    }
    EvaluationContext context = EvaluationContext.of(scope.get(), live.address(), block);
    List<Value> mentioned = new ArrayList<>();
    mentioned(block.expressions(), context, Origin.at(live.instance().span()), mentioned);
    return mentioned;
  }

  private void mentioned(Node node, EvaluationContext context, Origin origin, List<Value> into) {
    if (ConfiguredExpression.isOne(node)) {
      ReferenceTargets targets = new ReferenceTargets();
      references.follow(
          ConfiguredExpression.of(node), context, new TargetProperty(null, ""), origin, targets);
      targets.touched().forEach(one -> into.add(new Value.Reference(one, "name", origin)));
    } else {
      node.asSequence()
          .ifPresent(list -> list.items().forEach(item -> mentioned(item, context, origin, into)));
      node.asMapping()
          .ifPresent(
              block ->
                  block.members().forEach(one -> mentioned(one.value(), context, origin, into)));
    }
  }

  /**
   * Which settings of an instance that the catalog does not let pass its configuration gives.
   *
   * @param changes true if the plan makes or changes it
   */
  public Given given(PlannedInstance live, boolean changes) {
    Node.Mapping expressions =
        ModuleScope.root(configuration)
            .descend(live.address().modules())
            .map(scope -> scope.config().blocks().get(live.address().block()))
            .map(ModuleConfig.Block::expressions)
            .orElse(null);
    return new GivenSettings(
        expressions,
        changes,
        live.address().text(),
        premise ->
            premises
                .computeIfAbsent(new ResourceId(input, live.name()), any -> new LinkedHashSet<>())
                .add(premise));
  }

  /** Merges the values of one instance with their marks and expressions. */
  private final class Merge {
    private final @Nullable EvaluationContext context;
    private final Node.@Nullable Mapping expressions;
    private final PlannedInstance live;
    private final Span span;
    private final boolean existing;

    Merge(
        @Nullable EvaluationContext context,
        Node.@Nullable Mapping expressions,
        PlannedInstance live) {
      this.context = context;
      this.expressions = expressions;
      this.live = live;
      this.span = live.instance().span();
      this.existing = live.existence() == Existence.EXISTING;
    }

    Value.Fields fields(PlannedInstance live, @Nullable Binding binding) {
      Node values = live.instance().values();
      Node sensitive = live.instance().sensitive();
      Map<String, Value> fields = new LinkedHashMap<>();
      TargetProperty property = new TargetProperty(binding, "");
      SourceLocation block = locals.written(live);
      for (String key : PlannedNodes.keys(values, live.unknown())) {
        ConfiguredExpressions written = ConfiguredExpressions.of(expressions, key);
        Value value =
            value(
                PlannedNodes.child(values, key),
                Unknowns.member(live.unknown(), key),
                Unknowns.member(sensitive, key),
                written,
                block.member(key),
                property.member(key));
        if (value != null) {
          fields.put(key, value);
        }
      }
      return new Value.Fields(fields, Origin.at(block.place().orElse(span)));
    }

    private @Nullable Value value(
        @Nullable Node value,
        @Nullable Node unknown,
        @Nullable Node sensitive,
        ConfiguredExpressions written,
        SourceLocation source,
        TargetProperty property) {
      // One expression may hold what must not be shown beside what may.
      SourceLocation shown =
          Unknowns.any(sensitive) && !source.isBlocks() ? source.concealed() : source;
      Origin origin = origin(value, sensitive, shown);
      if (Unknowns.isWhole(unknown) || (value == null && Unknowns.any(unknown))) {
        return unresolved(written, shown, property, origin);
      }
      if (value == null) {
        return null;
      }
      return value.<@Nullable Value>match(
          scalar -> scalar.isNull() ? unset(property, origin) : PlannedNodes.scalar(scalar, origin),
          sequence -> items(sequence, unknown, sensitive, written, shown, property, origin),
          mapping -> {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (String key : PlannedNodes.keys(mapping, unknown)) {
              Value field =
                  value(
                      PlannedNodes.child(mapping, key),
                      Unknowns.member(unknown, key),
                      Unknowns.member(sensitive, key),
                      written.member(key),
                      shown.member(key),
                      property.member(key));
              if (field != null) {
                fields.put(key, field);
              }
            }
            return new Value.Fields(fields, origin);
          });
    }

    /** Of what was only found, what is not there is not known; a null says that it is unset. */
    private @Nullable Value unset(TargetProperty property, Origin origin) {
      return existing && property.binding() != null && !property.isNested()
          ? new Value.Absent(origin)
          : null;
    }

    private Value items(
        Node.Sequence sequence,
        @Nullable Node unknown,
        @Nullable Node sensitive,
        ConfiguredExpressions written,
        SourceLocation source,
        TargetProperty property,
        Origin origin) {
      int size = sequence.items().size();
      if (unknown instanceof Node.Sequence marks) {
        size = Math.max(size, marks.items().size());
      }
      Value told = Unknowns.any(unknown) ? fromSources(source, property, origin) : null;
      if (told instanceof Value.Items whole && whole.items().size() == size) {
        locals.premise().ifPresent(this::restsOn);
        return whole;
      }
      List<Value> unknownItems = unknownItems(unknown, written, property, origin);
      List<Value> items = new ArrayList<>();
      int next = 0;
      for (int i = 0; i < size; i++) {
        Node item = i < sequence.items().size() ? sequence.items().get(i) : null;
        Node mark = Unknowns.element(unknown, i);
        if (Unknowns.isWhole(mark) && next < unknownItems.size()) {
          items.add(unknownItems.get(next++));
          continue;
        }
        Value value =
            value(
                item,
                mark,
                Unknowns.element(sensitive, i),
                property.isOrdered() ? written.listed(item, i, size) : written.element(item),
                property.isOrdered() ? source.listed(item, i, size) : source.element(item),
                property);
        if (value != null) {
          items.add(value);
        }
      }
      return new Value.Items(items, origin);
    }

    /** As many plain candidates as a list has unknown elements are those elements. */
    private List<Value> unknownItems(
        @Nullable Node unknown,
        ConfiguredExpressions written,
        TargetProperty property,
        Origin origin) {
      ConfiguredExpression expression = written.single();
      if (!(unknown instanceof Node.Sequence marks) || expression == null || context == null) {
        return List.of();
      }
      long holes = marks.items().stream().filter(Unknowns::isWhole).count();
      if (holes == 0) {
        return List.of();
      }
      ReferenceTargets targets = new ReferenceTargets();
      references.follow(expression, context, property, origin, targets);
      rest(targets);
      boolean beside = live.instance().isCloudControl() && property.isNested();
      boolean plain = beside ? !targets.isOpaque() : targets.isPlain();
      return plain && targets.size() == holes ? targets.candidates() : List.of();
    }

    private @Nullable Value unresolved(
        ConfiguredExpressions written,
        SourceLocation source,
        TargetProperty property,
        Origin origin) {
      if (context == null) {
        return new Value.Unknown("is known only after apply", origin);
      }
      if (written.isEmpty()) {
        return unwritten(written, property, origin);
      }
      if (written.isBlocks()) {
        return new Value.Unknown(DYNAMIC, origin);
      }
      Span expression = written.written().get(0).span();
      Origin at = new Origin(source.place().orElse(expression), origin.sensitive());
      ReferenceTargets targets = new ReferenceTargets();
      if (source.isComputed()) {
        targets.evaluated();
      }
      if (source.expression() != null) {
        targets.written();
      }
      for (ConfiguredExpression one : written.expressions()) {
        references.follow(one, context, property, at, targets);
      }
      if (isAccountedFor(property, targets)) {
        restsOn(ReadingPremises.takenForUnset(property, live));
        return null;
      }
      @Nullable Value shown =
          live.instance().isCloudControl() && property.isNested()
              ? ofOneExpression(targets, property, at)
              : property.isList() ? targets.list(at) : targets.scalar(at);
      shown = shown == null ? null : perhapsPart(shown, property);
      Value told = fromSources(source, property, at);
      boolean sure = targets.guesses().isEmpty() && !targets.isFromSources();
      if (told == null || (sure && told.equals(shown))) {
        rest(targets);
        if (shown instanceof Value.Reference reference
            && !reference.whole()
            && !property.takesArns()) {
          restsOn(ReadingPremises.referenceIsWhole(property, reference, live));
        }
        return shown;
      }
      locals.premise().ifPresent(this::restsOn);
      return told;
    }

    /** A plan shows of text around a reference the reference alone. */
    private static Value perhapsPart(Value shown, TargetProperty property) {
      if (shown instanceof Value.Reference reference) {
        return !reference.attribute().equals("arn") || property.takesNames()
            ? reference.perhapsPart()
            : reference;
      }
      if (shown instanceof Value.Choice choice) {
        return new Value.Choice(
            choice.candidates().stream().map(one -> perhapsPart(one, property)).toList(),
            choice.why(),
            choice.origin());
      }
      return shown instanceof Value.Items items
          ? new Value.Items(
              items.items().stream().map(one -> perhapsPart(one, property)).toList(),
              items.origin())
          : shown;
    }

    /**
     * Of an argument without blocks the plan shows no more than all that it refers to. What the
     * catalog does not know of in there is taken for unset if members that must be set are as many.
     */
    private boolean isAccountedFor(TargetProperty property, ReferenceTargets targets) {
      Binding binding = property.binding();
      if (binding == null
          || !live.instance().isCloudControl()
          || !property.isNested()
          || binding.lets(property.path())) {
        return false;
      }
      String root = property.path().substring(0, property.path().indexOf('.'));
      return targets.unresolved() <= needed(binding, Unknowns.member(live.unknown(), root), root);
    }

    /**
     * How many unknown members must be set: those that must be where their object is, and the
     * elements of lists, whose number is known.
     */
    private static int needed(Binding binding, @Nullable Node mark, String path) {
      if (mark == null) {
        return 0;
      }
      return mark.match(
          scalar -> Unknowns.isWhole(scalar) && binding.isRequiredByRegistry(path) ? 1 : 0,
          sequence ->
              sequence.items().stream()
                  .mapToInt(item -> Unknowns.isWhole(item) ? 1 : needed(binding, item, path))
                  .sum(),
          mapping ->
              mapping.members().stream()
                  .mapToInt(one -> needed(binding, one.value(), path + "." + one.key()))
                  .sum());
    }

    /** What the sources say that a value will be; null if they do not tell. */
    private @Nullable Value fromSources(
        SourceLocation source, TargetProperty property, Origin origin) {
      Attribute written = source.expression();
      if (written == null || context == null) {
        return null;
      }
      Datum datum = evaluation.argument(written.expression(), context, live.address());
      return new DatumValues(property, origin).of(datum);
    }

    /**
     * One expression is written for all that an argument without blocks holds. What has to be there
     * is what the expression refers to of its kind; and no name or ARN is a number.
     */
    private static @Nullable Value ofOneExpression(
        ReferenceTargets targets, TargetProperty property, Origin origin) {
      if (targets.isNothing() || (property.isNoText() && targets.isTextAlone())) {
        return null;
      }
      if (property.isRequired() && !property.targets().isEmpty() && targets.size() > 0) {
        ReferenceTargets meant = targets.amongOthers();
        return property.isList() ? meant.list(origin) : meant.scalar(origin);
      }
      return new Value.Unknown(
          "is known only after apply, and the plan does not tell whether it is set", origin);
    }

    /**
     * What the configuration does not set, the provider computes, and the catalog knows its default
     * - unless a dynamic block sets it, which leaves no trace (section 5).
     */
    private @Nullable Value unwritten(
        ConfiguredExpressions written, TargetProperty property, Origin origin) {
      if (live.instance().isCloudControl()) {
        return null;
      }
      boolean computed =
          property.isNested()
              ? written.isBlockWritten()
              : !property.isList() || COMPUTED_LISTS.contains(property.path());
      return computed ? null : new Value.Unknown(DYNAMIC, origin);
    }

    private void rest(ReferenceTargets targets) {
      if (targets.isFromSources()) {
        locals.premise().ifPresent(this::restsOn);
      }
      targets.choosing().forEach(local -> restsOn(ReadingPremises.onlyChooses(local, live)));
      targets.guesses().forEach(guess -> restsOn(ReadingPremises.indexAsWritten(guess, live)));
    }

    private void restsOn(Premise premise) {
      premises
          .computeIfAbsent(
              new ResourceId(input, live.address().text()), any -> new LinkedHashSet<>())
          .add(premise);
    }

    private Origin origin(@Nullable Node value, @Nullable Node sensitive, SourceLocation source) {
      Span planned = value == null ? span : value.span();
      Origin origin = Origin.at(source.place().orElse(planned));
      return Unknowns.isWhole(sensitive) ? origin.hidden() : origin;
    }
  }
}
