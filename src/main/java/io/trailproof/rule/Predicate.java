package io.trailproof.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A condition that needs computing, under the name that rules call it by.
 *
 * @param name the name in rules, such as {@code matches-event}
 * @param description what holds where it passes; for the documentation of predicates
 * @param parameters what it takes below {@code with}
 * @param dependsOnEvent true if two events can be judged differently
 * @param looksFurtherBack true if it asks for the resource two links back as well
 * @param joinKeys what rules pairs of resources out without judging them
 */
public record Predicate(
    String name,
    String description,
    List<Parameter> parameters,
    boolean dependsOnEvent,
    boolean looksFurtherBack,
    Optional<JoinKeys> joinKeys,
    Question question) {

  /** What is asked of one step of a path for the events of one kind. */
  @FunctionalInterface
  public interface Question {
    /** What comes of it for each of them. */
    ByEvent<Judgement> ask(Step step, EventKind kind, Map<String, String> arguments);
  }

  /** One that is the same for all events. */
  public static Predicate of(String name, String description, Function<Step, Judgement> question) {
    return of(name, description, List.of(), (step, arguments) -> question.apply(step));
  }

  /** One that is the same for all events, and takes arguments. */
  public static Predicate of(
      String name,
      String description,
      List<Parameter> parameters,
      BiFunction<Step, Map<String, String>, Judgement> question) {
    return new Predicate(
        name,
        description,
        parameters,
        false,
        false,
        Optional.empty(),
        (step, kind, arguments) -> ByEvent.same(question.apply(step, arguments)));
  }

  /** One that is asked for each event. */
  public static Predicate ofEvent(
      String name, String description, BiFunction<Step, Event, Judgement> question) {
    return ofKind(
        name, description, (step, kind) -> ByEvent.each(event -> question.apply(step, event)));
  }

  /** One that is asked for the events of a kind, and looks at their names in some cases at most. */
  public static Predicate ofKind(
      String name, String description, BiFunction<Step, EventKind, ByEvent<Judgement>> question) {
    return ofKind(
        name, description, List.of(), (step, kind, arguments) -> question.apply(step, kind));
  }

  /** One that is asked for the events of a kind, and takes arguments. */
  public static Predicate ofKind(
      String name, String description, List<Parameter> parameters, Question question) {
    return new Predicate(name, description, parameters, true, false, Optional.empty(), question);
  }

  public Predicate {
    parameters = List.copyOf(parameters);
  }

  /** The same, for the pairs of resources alone that these keys do not rule out. */
  public Predicate among(JoinKeys keys) {
    return new Predicate(
        name,
        description,
        parameters,
        dependsOnEvent,
        looksFurtherBack,
        Optional.of(keys),
        question);
  }

  /** The same, which asks for the resource two links back as well. */
  public Predicate lookingFurtherBack() {
    return new Predicate(name, description, parameters, dependsOnEvent, true, joinKeys, question);
  }

  /** Judges one step of a path for the events of a kind. */
  public ByEvent<Judgement> ask(Step step, EventKind kind, Map<String, String> arguments) {
    return question.ask(step, kind, arguments);
  }
}
