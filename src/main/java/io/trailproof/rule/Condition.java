package io.trailproof.rule;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a requirement demands of one resource.
 *
 * <p>Closed, because these are the shapes that the rule schema knows.
 */
public sealed interface Condition {
  /** Judges it for the events of a kind. */
  ByEvent<Judgement> ask(Step step, EventKind kind);

  /** Judges it for one event. */
  default Judgement judge(Step step, Event event) {
    return ask(step, event.kind()).of(event);
  }

  /** True if two events can be judged differently. */
  boolean dependsOnEvent();

  /** True if the resource two links back is asked for as well. */
  default boolean looksFurtherBack() {
    return false;
  }

  /** What rules pairs of resources out without judging them. */
  default Optional<JoinKeys> joinKeys() {
    return Optional.empty();
  }

  /** The same, with the words of a rule in the blanks of its chain. */
  default Condition filled(Blanks blanks) {
    return this;
  }

  /** The same, where its predicate takes these arguments beside its own. */
  default Condition with(Map<String, String> arguments) {
    return this;
  }

  /** What a configuration may give its predicate: what can be set, and is in the chain's file. */
  default List<Parameter> settable() {
    return List.of();
  }

  /** The property it is about; empty if it is about several. */
  String property();

  /** Nothing that could be tested: the search itself tells what came of it. */
  record Said() implements Condition {
    @Override
    public boolean dependsOnEvent() {
      return false;
    }

    @Override
    public ByEvent<Judgement> ask(Step step, EventKind kind) {
      throw new IllegalStateException("said, not tested");
    }

    @Override
    public String property() {
      return "";
    }
  }

  /**
   * A property has one of some values.
   *
   * @param values canonical texts: {@code true}, {@code STANDARD}
   */
  record Equals(String property, List<String> values) implements Condition {
    public Equals {
      values = List.copyOf(values);
    }

    @Override
    public boolean dependsOnEvent() {
      return false;
    }

    @Override
    public ByEvent<Judgement> ask(Step step, EventKind kind) {
      return ByEvent.same(judge(step, step.graph().property(step.resource(), property)));
    }

    private Judgement judge(Step step, Value value) {
      if (value instanceof Value.Choice choice) {
        return choice.candidates().stream()
            .map(candidate -> judge(step, candidate))
            .reduce(Condition::unanimous)
            .orElse(Judgement.unknown(choice.why()));
      }
      if (value instanceof Value.Known known) {
        return values.contains(known.text())
            ? Judgement.pass()
            : Judgement.fail("it is " + Shown.of(value), Labels.at(value, step.resource()));
      }
      if (value.isAbsent()) {
        return Judgement.fail("it is not set", Labels.at(value, step.resource()));
      }
      return Judgement.unknown(Shown.unknown(step, property, value), value, step.resource());
    }
  }

  /** Fails only if both fail and passes only if both pass. */
  private static Judgement unanimous(Judgement a, Judgement b) {
    return a.verdict() == b.verdict()
        ? a
        : Judgement.unknown(
            a.verdict() == Verdict.PASS ? b.why() : a.why(), b.labels().toArray(new Label[0]));
  }

  /** A condition on resources of some types only; others meet it. */
  record OfType(List<String> types, Condition condition) implements Condition {
    public OfType {
      types = List.copyOf(types);
    }

    @Override
    public boolean dependsOnEvent() {
      return condition.dependsOnEvent();
    }

    @Override
    public boolean looksFurtherBack() {
      return condition.looksFurtherBack();
    }

    @Override
    public Condition filled(Blanks blanks) {
      return new OfType(types, condition.filled(blanks));
    }

    @Override
    public String property() {
      return condition.property();
    }

    @Override
    public Condition with(Map<String, String> arguments) {
      return new OfType(types, condition.with(arguments));
    }

    @Override
    public List<Parameter> settable() {
      return condition.settable();
    }

    @Override
    public ByEvent<Judgement> ask(Step step, EventKind kind) {
      return types.contains(step.resource().type())
          ? condition.ask(step, kind)
          : ByEvent.same(Judgement.pass());
    }
  }

  /**
   * A named predicate holds.
   *
   * @param arguments by name, in one order for every run: what differs first is told by it
   */
  record Holds(Predicate predicate, Map<String, String> arguments) implements Condition {
    public Holds {
      arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    @Override
    public boolean dependsOnEvent() {
      return predicate.dependsOnEvent();
    }

    @Override
    public boolean looksFurtherBack() {
      return predicate.looksFurtherBack();
    }

    @Override
    public Optional<JoinKeys> joinKeys() {
      return predicate.joinKeys();
    }

    @Override
    public Condition filled(Blanks blanks) {
      return new Holds(predicate, blanks.filled(arguments, predicate));
    }

    @Override
    public String property() {
      return "";
    }

    @Override
    public Condition with(Map<String, String> more) {
      Map<String, String> all = new HashMap<>(arguments);
      settable().stream()
          .filter(one -> more.containsKey(one.name()))
          .forEach(one -> all.put(one.name(), more.getOrDefault(one.name(), "")));
      return new Holds(predicate, all);
    }

    @Override
    public List<Parameter> settable() {
      return predicate.parameters().stream()
          .filter(one -> one.settable() && arguments.containsKey(one.name()))
          .toList();
    }

    @Override
    public ByEvent<Judgement> ask(Step step, EventKind kind) {
      return predicate
          .ask(step, kind, arguments)
          .map(judgement -> judgement.without(step.graph().secrets()));
    }
  }
}
