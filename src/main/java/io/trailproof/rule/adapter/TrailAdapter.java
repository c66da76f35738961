package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.AdvancedSelector;
import io.trailproof.aws.eventselector.BasicSelector;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.FieldOperator;
import io.trailproof.aws.eventselector.FieldSelector;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A trail, in the words of the event-selector engine. */
public final class TrailAdapter {
  private final ResourceGraph graph;

  public TrailAdapter(ResourceGraph graph) {
    this.graph = graph;
  }

  public EventSelectors selectors(Resource trail) {
    return new EventSelectors(
        list(graph.property(trail, "eventSelectors"), this::basic),
        list(graph.property(trail, "advancedEventSelectors"), this::advanced));
  }

  public TrailReach reach(Resource trail) {
    return new TrailReach(
        flag(graph.property(trail, "multiRegion")),
        flag(graph.property(trail, "globalServiceEvents")),
        homeRegion(trail));
  }

  /** F21: the home Region is where the trail is made. */
  private Partial<String> homeRegion(Resource trail) {
    Value home = graph.property(trail, "homeRegion");
    return home.isKnown() ? text(home) : text(graph.resolve(trail.place().region()));
  }

  private BasicSelector basic(Value item) {
    return new BasicSelector(
        text(field(item, "readWriteType")),
        flag(field(item, "managementEvents")),
        list(field(item, "excludedSources"), this::text));
  }

  private AdvancedSelector advanced(Value item) {
    return new AdvancedSelector(list(field(item, "fieldSelectors"), this::fieldSelector));
  }

  private FieldSelector fieldSelector(Value item) {
    Map<FieldOperator, Partial<List<Partial<String>>>> values = new TreeMap<>();
    for (FieldOperator operator : FieldOperator.values()) {
      Partial<List<Partial<String>>> some = list(field(item, operator.text()), this::text);
      values.put(operator, some);
    }
    return new FieldSelector(text(field(item, "field")), values);
  }

  /** A field of an item; of an item that is no object it is as unknown as the item. */
  private Value field(Value item, String name) {
    return item instanceof Value.Fields fields
        ? graph.resolve(WatchedMetric.field(fields.fields(), name))
        : item;
  }

  private <T> Partial<List<T>> list(Value value, Function<Value, T> each) {
    if (value.isAbsent()) {
      return Partial.unset();
    }
    if (!(value instanceof Value.Items items)) {
      return Partial.unknown(why(value));
    }
    List<T> all = new ArrayList<>();
    for (Value item : items.items()) {
      all.add(each.apply(graph.resolve(item)));
    }
    return Partial.known(all);
  }

  private Partial<String> text(Value value) {
    if (value.isAbsent()) {
      return Partial.unset();
    }
    return value.asText().map(Partial::known).orElseGet(() -> Partial.unknown(why(value)));
  }

  private static Partial<Boolean> flag(Value value) {
    if (value.isAbsent()) {
      return Partial.unset();
    }
    return value instanceof Value.Known known && known.value() instanceof Boolean flag
        ? Partial.known(flag)
        : Partial.unknown(why(value));
  }

  private static String why(Value value) {
    return value instanceof Value.Symbol symbol
        ? "given by `" + symbol.name() + "`, which the input does not tell"
        : "known only later";
  }
}
