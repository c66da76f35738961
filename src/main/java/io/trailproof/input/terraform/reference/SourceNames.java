package io.trailproof.input.terraform.reference;

import io.trailproof.document.Node;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.expression.Expression;
import io.trailproof.input.terraform.expression.Names;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.Unknowns;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of one module instance, and of the repetition of a block in it. */
final class SourceNames implements Names {
  private final SourceEvaluation evaluation;
  private final SourceEvaluation.Budget budget;
  private final ModuleScope scope;
  private final String key;
  private final @Nullable Block repeated;

  /**
   * @param key of the instance of the block; empty where it is not repeated
   * @param repeated the block whose {@code each} is meant
   */
  SourceNames(
      SourceEvaluation evaluation,
      SourceEvaluation.Budget budget,
      ModuleScope scope,
      String key,
      @Nullable Block repeated) {
    this.evaluation = evaluation;
    this.budget = budget;
    this.scope = scope;
    this.key = key;
    this.repeated = repeated;
  }

  @Override
  public boolean mayGoOn() {
    return budget.take();
  }

  @Override
  public Datum named(String name) {
    return switch (name) {
      case "var" -> new Datum.Thing(this::variable);
      case "local" -> new Datum.Thing(this::local);
      case "module" -> new Datum.Thing(this::module);
      case "data" -> new Datum.Thing(type -> new Datum.Thing(one -> block("data." + type, one)));
      case "each" -> each();
      case "count" -> new Datum.Named(Map.of("index", keyDatum()));
      case "path", "terraform", "self", "provider", "ephemeral" ->
          new Datum.Open("`" + name + "` is not known");
      default -> new Datum.Thing(one -> block(name, one));
    };
  }

  private List<String> path() {
    return SourceEvaluation.names(scope.path());
  }

  /** The same module without any repetition. */
  private SourceNames plain() {
    return in(scope, "", null);
  }

  private SourceNames in(ModuleScope other, String otherKey, @Nullable Block block) {
    return new SourceNames(evaluation, budget, other, otherKey, block);
  }

  private Datum local(String name) {
    return budget.deeper(
        evaluation.sources().localArgument(path(), name).map(Attribute::expression).orElse(null),
        plain());
  }

  private Datum variable(String name) {
    ModuleScope parent = scope.parent();
    Block declared = evaluation.sources().other(path(), "variable." + name).orElse(null);
    if (parent == null) {
      Node value = evaluation.variables().get(name);
      return value == null
          ? new Datum.Open("`var." + name + "` is not in the plan")
          : loose(LiveData.datum(value), declared);
    }
    String called = path().get(path().size() - 1);
    Block call =
        evaluation.sources().call(SourceEvaluation.names(parent.path()), called).orElse(null);
    if (call == null || declared == null) {
      return new Datum.Open("`var." + name + "` is not in the sources");
    }
    Optional<Attribute> input = call.body().attribute(name);
    if (input.isEmpty()) {
      return loose(
          budget.deeper(
              declared.body().attribute("default").map(Attribute::expression).orElse(null),
              plain()),
          declared);
    }
    Datum given = budget.deeper(input.get().expression(), in(parent, scope.key(), call));
    boolean nullable =
        declared
            .body()
            .attribute("nullable")
            .map(one -> one.expression().in(this).text())
            .filter(text -> text.equals(Optional.of("false")))
            .isEmpty();
    return given instanceof Datum.Nothing && !nullable
        ? new Datum.Open("`var." + name + "` has its default")
        : loose(given, declared);
  }

  /** A type with optional attributes may add some, at any depth. */
  private static Datum loose(Datum datum, @Nullable Block declared) {
    boolean optional =
        declared == null
            || declared
                .body()
                .attribute("type")
                .filter(type -> type.span().text().contains("optional("))
                .isPresent();
    return optional ? loose(datum, 0) : datum;
  }

  private static Datum loose(Datum datum, int depth) {
    if (depth > 20) {
      return new Datum.Open("it is nested too deep");
    }
    if (datum instanceof Datum.Many many) {
      return new Datum.Many(many.items().stream().map(item -> loose(item, depth + 1)).toList());
    }
    if (datum instanceof Datum.Named named) {
      Map<String, Datum> fields = new LinkedHashMap<>();
      named.fields().forEach((name, field) -> fields.put(name, loose(field, depth + 1)));
      return new Datum.Named(fields, false);
    }
    return datum;
  }

  private Datum each() {
    Map<String, Datum> fields = new LinkedHashMap<>();
    fields.put("key", keyDatum());
    fields.put("value", new Datum.Open("`each.value` is not known"));
    Expression all =
        repeated == null
            ? null
            : repeated.body().attribute("for_each").map(Attribute::expression).orElse(null);
    String name = keyDatum().text().orElse(null);
    if (all == null || name == null) {
      return new Datum.Named(fields);
    }
    fields.put("value", budget.deeper(all, plain()).map(one -> valueOf(one, name)));
    return new Datum.Named(fields);
  }

  private static Datum valueOf(Datum all, String name) {
    if (all.isOpen()) {
      return all;
    }
    return all instanceof Datum.Many ? Datum.known(name) : all.attribute(name);
  }

  private Datum keyDatum() {
    return keyDatum(key).orElseGet(() -> new Datum.Open("the key of the instance is not known"));
  }

  /** The key of an instance; empty where it has none, or one that is not read. */
  static Optional<Datum> keyDatum(String key) {
    int index = Unknowns.index(key);
    if (index >= 0) {
      return Optional.of(Datum.known(BigDecimal.valueOf(index)));
    }
    return key.startsWith("[\"") && key.endsWith("\"]") && key.indexOf('\\') < 0
        ? Optional.of(Datum.known(key.substring(2, key.length() - 2)))
        : Optional.empty();
  }

  private Datum block(String type, String name) {
    String address = type + "." + name;
    Block block = evaluation.sources().resource(path(), address).orElse(null);
    if (block == null) {
      return new Datum.Open("`" + address + "` is not in the sources");
    }
    if (type.equals("terraform_data")) {
      return handedOn(address, block);
    }
    return evaluation
        .live()
        .block(
            scope,
            address,
            block.body().attribute("count").isPresent(),
            block.body().attribute("for_each").isPresent());
  }

  /** {@code terraform_data} gives as output what it takes as input. */
  private Datum handedOn(String address, Block block) {
    boolean several =
        block.body().attribute("count").isPresent()
            || block.body().attribute("for_each").isPresent();
    Expression input = block.body().attribute("input").map(Attribute::expression).orElse(null);
    return new Datum.Thing(
        attribute ->
            !several && (attribute.equals("output") || attribute.equals("input"))
                ? budget.deeper(input, plain())
                : new Datum.Open("is known only after apply, from `" + address + "`"));
  }

  private Datum module(String name) {
    Block call = evaluation.sources().call(path(), name).orElse(null);
    if (call == null) {
      return new Datum.Open("`module." + name + "` is not in the sources");
    }
    boolean counted = call.body().attribute("count").isPresent();
    boolean each = call.body().attribute("for_each").isPresent();
    if (!counted && !each) {
      return scope.child(name, "").<Datum>map(this::outputs).orElseGet(() -> lost(name));
    }
    Map<String, Datum> instances = new TreeMap<>();
    for (Address.Module one : evaluation.state().modules(scope.path(), name)) {
      ModuleScope inner = scope.child(name, one.key()).orElse(null);
      String text = keyDatum(one.key()).flatMap(Datum::text).orElse(null);
      if (inner == null || text == null) {
        return lost(name);
      }
      instances.put(text, outputs(inner));
    }
    return LiveData.together(instances, counted, lost(name));
  }

  private static Datum lost(String name) {
    return new Datum.Open("the instances of `module." + name + "` are not known");
  }

  private Datum outputs(ModuleScope inner) {
    List<String> modules = SourceEvaluation.names(inner.path());
    return new Datum.Thing(
        output ->
            budget.deeper(
                evaluation
                    .sources()
                    .other(modules, "output." + output)
                    .flatMap(block -> block.body().attribute("value"))
                    .map(Attribute::expression)
                    .orElse(null),
                in(inner, "", null)));
  }
}
