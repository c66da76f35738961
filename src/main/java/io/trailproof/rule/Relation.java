package io.trailproof.rule;

import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a link finds its resource from the link before it.
 *
 * <p>Closed, because these are the ways the chain schema knows.
 */
public sealed interface Relation {
  /** Whether the resource of the step may stand at the link: fail means that it does not. */
  ByEvent<List<Judged>> ask(Step step, EventKind kind);

  /** The same for one event. */
  default List<Judged> judge(Step step, Event event) {
    return ask(step, event.kind()).of(event);
  }

  /** What is first said against the resource standing there for certain; empty if nothing is. */
  default ByEvent<Optional<Judged>> doubt(Step step, EventKind kind) {
    return ask(step, kind)
        .map(
            all ->
                all.stream().filter(one -> one.judgement().verdict() != Verdict.PASS).findFirst());
  }

  /** True if two events can be judged differently. */
  default boolean dependsOnEvent() {
    return false;
  }

  /** True if it looks from the later resource back to the earlier one. */
  default boolean looksBack() {
    return true;
  }

  /** The same, with the words of a rule in the blanks of its conditions. */
  default Relation filled(Blanks blanks) {
    return this;
  }

  /** A requirement and what came of it. */
  record Judged(Requirement requirement, Judgement judgement) {
    /** True if a candidate that this is said of cannot stand at the link. */
    public boolean rulesOut() {
      return judgement.verdict() == Verdict.FAIL && !judgement.stays();
    }
  }

  /** The first link: any resource of the type will do. */
  record Start() implements Relation {
    @Override
    public ByEvent<List<Judged>> ask(Step step, EventKind kind) {
      return ByEvent.same(List.of());
    }
  }

  /** A property of the earlier resource names this one. */
  record From(String property, Requirement missing) implements Relation {
    @Override
    public boolean looksBack() {
      return false;
    }

    @Override
    public ByEvent<List<Judged>> ask(Step step, EventKind kind) {
      Value value = step.before().property(property);
      Truth named = step.graph().namesAny(value, step.resource());
      return ByEvent.same(
          List.of(new Judged(missing, Links.judgement(step, step.before(), property, named))));
    }
  }

  /**
   * A property of this resource names the earlier one. A resource of a type without such a property
   * can only stand for itself: it is the earlier one, with nothing after it.
   *
   * @param properties the property of each type that has one
   */
  record To(Map<String, String> properties, Requirement missing) implements Relation {
    public To {
      properties = Map.copyOf(properties);
    }

    @Override
    public ByEvent<List<Judged>> ask(Step step, EventKind kind) {
      return ByEvent.same(List.of(new Judged(missing, judge(step))));
    }

    private Judgement judge(Step step) {
      String property = properties.get(step.resource().type());
      if (property == null) {
        boolean itself =
            step.resource().id().equals(step.before().id())
                && step.resource().type().equals(step.before().type());
        return itself ? Judgement.pass() : Judgement.fail("it is another resource");
      }
      Value value = step.resource().property(property);
      Truth named = step.graph().namesAny(value, step.before());
      return Links.judgement(step, step.resource(), property, named);
    }
  }

  /** Some conditions tie the two together. */
  record Join(List<Requirement> on) implements Relation {
    public Join {
      on = List.copyOf(on);
    }

    @Override
    public Relation filled(Blanks blanks) {
      return new Join(on.stream().map(one -> one.filled(blanks)).toList());
    }

    @Override
    public boolean dependsOnEvent() {
      return on.stream().anyMatch(requirement -> requirement.condition().dependsOnEvent());
    }

    /** Asked for no further than to the first. */
    @Override
    public ByEvent<Optional<Judged>> doubt(Step step, EventKind kind) {
      return doubt(0, step, kind);
    }

    private ByEvent<Optional<Judged>> doubt(int index, Step step, EventKind kind) {
      if (index == on.size()) {
        return ByEvent.same(Optional.empty());
      }
      return on.get(index)
          .ask(step, kind)
          .then(
              one ->
                  one.judgement().verdict() == Verdict.PASS
                      ? doubt(index + 1, step, kind)
                      : ByEvent.same(Optional.of(one)));
    }

    @Override
    public ByEvent<List<Judged>> ask(Step step, EventKind kind) {
      List<ByEvent<Judged>> all = new ArrayList<>(on.size());
      for (Requirement requirement : on) {
        all.add(requirement.ask(step, kind));
      }
      return ByEvent.all(all);
    }
  }
}
