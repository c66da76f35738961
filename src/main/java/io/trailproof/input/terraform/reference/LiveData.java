package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.document.Decimal;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.ModuleScope;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.Traversal;
import io.trailproof.input.terraform.plan.Unknowns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a plan knows of its resources, as expressions see them. */
final class LiveData {
  private final PlannedState state;
  private final Catalog catalog;
  private final String input;
  private final Function<PlannedInstance, Value.Fields> documents;

  LiveData(
      PlannedState state,
      Catalog catalog,
      String input,
      Function<PlannedInstance, Value.Fields> documents) {
    this.state = state;
    this.catalog = catalog;
    this.input = input;
    this.documents = documents;
  }

  /** All instances of a block, as its repetition makes them. */
  Datum block(ModuleScope scope, String address, boolean counted, boolean each) {
    Datum lost = new Datum.Open("is known only after apply, from `" + address + "`");
    String type = address.startsWith("data.") ? address.substring(5) : address;
    String named = type.substring(0, type.indexOf('.'));
    boolean kept = catalog.terraform(named).isPresent() || DataSources.TYPES.contains(named);
    boolean sure = scope.path().stream().noneMatch(one -> one.key().equals(ModuleScope.ANY));
    if (!kept || !sure) {
      return lost;
    }
    List<PlannedInstance> found = state.instances(scope.path(), address);
    if (!counted && !each) {
      return found.size() == 1 ? instance(found.get(0)) : lost;
    }
    Map<String, Datum> instances = new TreeMap<>();
    for (PlannedInstance live : found) {
      String key = SourceNames.keyDatum(live.address().key()).flatMap(Datum::text).orElse(null);
      if (key == null) {
        return lost;
      }
      instances.put(key, instance(live));
    }
    return together(instances, counted, lost);
  }

  /** Instances by their keys: a list of those that are counted. */
  static Datum together(Map<String, Datum> instances, boolean counted, Datum lost) {
    if (!counted) {
      return new Datum.Named(instances);
    }
    List<Datum> list = new ArrayList<>();
    for (int i = 0; i < instances.size(); i++) {
      Datum one = instances.get(String.valueOf(i));
      if (one == null) {
        return lost;
      }
      list.add(one);
    }
    return new Datum.Many(list);
  }

  private Datum instance(PlannedInstance live) {
    return new Datum.Thing(
        name ->
            datum(
                live,
                live.instance().value(name).orElse(null),
                live.unknown() == null ? null : Unknowns.child(live.unknown(), name),
                new Traversal(List.of(name))));
  }

  private Datum datum(
      PlannedInstance live, @Nullable Node value, @Nullable Node mark, Traversal path) {
    if (Unknowns.isWhole(mark) || (value == null && Unknowns.any(mark))) {
      return later(live, path);
    }
    if (value == null) {
      return later(live, path);
    }
    if (!Unknowns.any(mark)) {
      return datum(value);
    }
    return value.match(
        LiveData::scalar,
        sequence -> {
          List<Datum> items = new ArrayList<>();
          for (int i = 0; i < sequence.items().size(); i++) {
            Traversal inner = path.then(new Traversal(List.of("[" + i + "]")));
            items.add(datum(live, sequence.items().get(i), Unknowns.element(mark, i), inner));
          }
          return new Datum.Many(items);
        },
        mapping -> {
          Map<String, Datum> fields = new LinkedHashMap<>();
          mapping
              .members()
              .forEach(
                  member ->
                      fields.put(
                          member.key(),
                          datum(
                              live,
                              member.value(),
                              Unknowns.member(mark, member.key()),
                              path.then(new Traversal(List.of(member.key()))))));
          return new Datum.Named(fields, false);
        });
  }

  /** What is known only after apply is a reference, if the catalog knows what it means. */
  private Datum later(PlannedInstance live, Traversal path) {
    String type = live.instance().type();
    Binding binding = catalog.terraform(type).orElse(null);
    if (binding != null) {
      Optional<String> attribute = binding.attribute(path.text());
      if (attribute.isPresent()) {
        ResourceId target = new ResourceId(input, live.address().text());
        return new Datum.Scalar(new Value.Reference(target, attribute.get(), Origin.NOWHERE));
      }
    }
    if (type.equals(DataSources.POLICY_DOCUMENT) && path.text().equals("json")) {
      Value policy = PolicyDocuments.policy(live, documents.apply(live), Origin.NOWHERE);
      return policy instanceof Value.Unknown unknown
          ? new Datum.Open(unknown.why())
          : new Datum.Scalar(policy);
    }
    return new Datum.Open(
        "is known only after apply, from `" + live.address().text() + "." + path.text() + "`");
  }

  /** A value that is known. */
  static Datum datum(Node node) {
    return node.match(
        LiveData::scalar,
        sequence -> new Datum.Many(sequence.items().stream().map(LiveData::datum).toList()),
        mapping -> {
          Map<String, Datum> fields = new LinkedHashMap<>();
          mapping.members().forEach(member -> fields.put(member.key(), datum(member.value())));
          return new Datum.Named(fields);
        });
  }

  private static Datum scalar(Node.Scalar scalar) {
    if (scalar.isNull()) {
      return new Datum.Nothing();
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> Datum.known(scalar.text().equals("true"));
      case NUMBER ->
          Decimal.read(scalar.text())
              .map(Datum::known)
              .orElseGet(() -> new Datum.Open("a number is too large"));
      default -> Datum.known(scalar.text());
    };
  }
}
