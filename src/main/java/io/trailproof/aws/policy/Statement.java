package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One statement of a policy.
 *
 * @param label the Sid, or the place of the statement
 * @param allows whether its effect is `Allow`; unknown if the effect is
 * @param isElsewhere whether it stands in no input, although an input could show it
 */
record Statement(
    String label,
    Truth allows,
    Optional<Principals> principals,
    Optional<Patterns> actions,
    Optional<Patterns> resources,
    Optional<ConditionBlock> conditions,
    boolean isElsewhere) {

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  /** A statement of which nothing is known. */
  static Statement unseen(String label, boolean mayDeny) {
    return new Statement(
        label,
        mayDeny ? Truth.UNKNOWN : Truth.YES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ConditionBlock(new Json.Unknown("not known"))),
        false);
  }

  /** The same, under a condition of which no more is known. */
  Statement under(String why) {
    return new Statement(
        label,
        allows,
        principals,
        actions,
        resources,
        Optional.of(new ConditionBlock(new Json.Unknown(why))),
        isElsewhere);
  }

  /** The same, standing in no input. */
  Statement elsewhere() {
    return new Statement(label, allows, principals, actions, resources, conditions, true);
  }

  static Statement read(Map<String, Json> elements, int place) {
    String label =
        Optional.ofNullable(elements.get("Sid"))
            .flatMap(PolicyText::read)
            .flatMap(PolicyText::known)
            .filter(sid -> !sid.isEmpty())
            .map(sid -> "statement `" + sid + "`")
            .orElse("statement " + place);
    Truth allows =
        Optional.ofNullable(elements.get("Effect"))
            .flatMap(PolicyText::read)
            .map(effect -> effect.sameAs(PolicyText.of("Allow")))
            .orElse(Truth.UNKNOWN);
    return new Statement(
        label,
        allows,
        principals(elements),
        Patterns.read(elements, "Action"),
        Patterns.read(elements, "Resource"),
        Optional.ofNullable(elements.get("Condition")).map(ConditionBlock::new),
        false);
  }

  private static Optional<Principals> principals(Map<String, Json> elements) {
    Json excluded = elements.get("NotPrincipal");
    return Optional.ofNullable(elements.get("Principal"))
        .map(node -> new Principals(node, false))
        .or(() -> Optional.ofNullable(excluded).map(node -> new Principals(node, true)));
  }

  /** What makes the elements no statement, whatever the kind of policy. */
  static Optional<PolicyProblem> problem(Map<String, Json> elements) {
    Optional<PolicyProblem> other = problemButForActions(elements);
    return other.isPresent() || namesActions(elements)
        ? other
        : Optional.of(PolicyProblem.refused("it has no `Action`"));
  }

  /** True if nothing is wrong with a statement but that it names no action. */
  static boolean isIdle(Map<String, Json> elements) {
    return !namesActions(elements) && problemButForActions(elements).isEmpty();
  }

  private static boolean namesActions(Map<String, Json> elements) {
    return elements.containsKey("Action") || elements.containsKey("NotAction");
  }

  private static Optional<PolicyProblem> problemButForActions(Map<String, Json> elements) {
    Optional<String> strange =
        elements.keySet().stream().filter(name -> !ELEMENTS.contains(name)).findFirst();
    if (strange.isPresent()) {
      return Optional.of(
          PolicyProblem.strange("`" + strange.get() + "` is no element of a statement"));
    }
    for (String name : new String[] {"Principal", "Action", "Resource"}) {
      if (elements.containsKey(name) && elements.containsKey("Not" + name)) {
        return Optional.of(
            PolicyProblem.refused("`" + name + "` and `Not" + name + "` exclude each other"));
      }
    }
    Json effect = elements.get("Effect");
    if (effect == null) {
      return Optional.of(PolicyProblem.refused("it has no `Effect`"));
    }
    return PolicyText.read(effect)
        .flatMap(PolicyText::known)
        .filter(text -> !text.equals("Allow") && !text.equals("Deny"))
        .map(text -> PolicyProblem.refused("its `Effect` cannot be `" + text + "`"));
  }

  /** What the kind of policy forbids or misses. */
  Optional<PolicyProblem> problem(Mode mode) {
    if (isUnseen()) {
      return Optional.empty();
    }
    return switch (mode) {
      case IDENTITY ->
          principals.isPresent()
              ? Optional.of(PolicyProblem.refused("a policy of a role has no `Principal`"))
              : missingResource().map(PolicyProblem::refused);
      case RESOURCE -> missingPrincipal().or(() -> missingResource().map(PolicyProblem::strange));
      case TRUST ->
          resources.isPresent()
              ? Optional.of(PolicyProblem.refused("a trust policy has no `Resource`"))
              : missingPrincipal();
    };
  }

  /** Whether nothing of it is known. */
  boolean isUnseen() {
    return actions.isEmpty();
  }

  private Optional<PolicyProblem> missingPrincipal() {
    return principals.isPresent()
        ? Optional.empty()
        : Optional.of(PolicyProblem.refused("it has no `Principal`"));
  }

  private Optional<String> missingResource() {
    return resources.isPresent() ? Optional.empty() : Optional.of("it has no `Resource`");
  }

  /** Whether the statement is about the request. */
  Applies applies(Request request, Mode mode) {
    return principals
        .map(element -> element.covers(request.principal(), mode))
        .orElse(Applies.YES)
        .and(actions.map(element -> element.action(request.action())).orElse(Applies.YES))
        .and(resources.map(element -> element.resource(request.resource())).orElse(Applies.YES))
        .and(conditions.map(element -> element.hold(request, mode)).orElse(Applies.YES));
  }

  /** The elements of a list; a value that is no list is its own only one, and nothing has none. */
  static List<Json> listed(Json value) {
    return value instanceof Json.Null ? List.of() : value.elements();
  }

  /**
   * The patterns of an `Action`, `NotAction`, `Resource` or `NotResource` element.
   *
   * @param negated whether none of them may match
   */
  record Patterns(String element, Json node, boolean negated) {

    /** Action names ignore case. */
    Applies action(String action) {
      return covers(PolicyText.of(action), PolicyText::lowerCase);
    }

    Applies resource(PolicyText resource) {
      return covers(resource, PolicyText::withVariables);
    }

    private Applies covers(PolicyText subject, UnaryOperator<PolicyText> reading) {
      boolean ignoresCase = element.endsWith("Action");
      PolicyText wanted = ignoresCase ? subject.lowerCase() : subject;
      Truth any = Truth.NO;
      for (Json each : listed(node)) {
        Truth matches =
            PolicyText.read(each)
                .map(pattern -> wanted.matches(reading.apply(pattern)))
                .orElse(Truth.UNKNOWN);
        any = any.or(matches);
      }
      Truth covered = negated ? any.not() : any;
      return Applies.of(
          covered,
          covered == Truth.NO
              ? "its `"
                  + element
                  + (negated ? "` leaves out `" : "` does not cover `")
                  + subject
                  + "`"
              : "whether its `" + element + "` covers `" + subject + "` is not known");
    }

    /** The element of a statement that is there, if any of the names is. */
    static Optional<Patterns> read(Map<String, Json> statement, String name) {
      String negation = "Not" + name;
      return Optional.ofNullable(statement.get(name))
          .map(node -> new Patterns(name, node, false))
          .or(
              () ->
                  Optional.ofNullable(statement.get(negation))
                      .map(node -> new Patterns(negation, node, true)));
    }
  }
}
