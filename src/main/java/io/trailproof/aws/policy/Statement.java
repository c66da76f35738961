package io.trailproof.aws.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a policy.
 *
 * @param label the Sid, or the place of the statement
 * @param allows whether its effect is `Allow`; unknown if the effect is
 */
record Statement(
    String label,
    Answer allows,
    Optional<Principals> principals,
    Optional<Patterns> actions,
    Optional<Patterns> resources,
    Optional<Conditions> conditions) {

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
        mayDeny ? Answer.UNKNOWN : Answer.YES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Conditions(new PolicyNode.Unknown("not known"))));
  }

  static Statement read(Map<String, PolicyNode> elements, int place) {
    String label =
        Optional.ofNullable(elements.get("Sid"))
            .flatMap(PolicyNode::asText)
            .flatMap(PolicyText::known)
            .filter(sid -> !sid.isEmpty())
            .map(sid -> "statement `" + sid + "`")
            .orElse("statement " + place);
    Answer allows =
        Optional.ofNullable(elements.get("Effect"))
            .flatMap(PolicyNode::asText)
            .map(effect -> effect.sameAs(PolicyText.of("Allow")))
            .orElse(Answer.UNKNOWN);
    return new Statement(
        label,
        allows,
        principals(elements),
        Patterns.read(elements, "Action"),
        Patterns.read(elements, "Resource"),
        Optional.ofNullable(elements.get("Condition")).map(Conditions::new));
  }

  private static Optional<Principals> principals(Map<String, PolicyNode> elements) {
    PolicyNode excluded = elements.get("NotPrincipal");
    return Optional.ofNullable(elements.get("Principal"))
        .map(node -> new Principals(node, false))
        .or(() -> Optional.ofNullable(excluded).map(node -> new Principals(node, true)));
  }

  /** What makes the elements no statement, whatever the kind of policy. */
  static Optional<String> problem(Map<String, PolicyNode> elements) {
    Optional<String> strange =
        elements.keySet().stream().filter(name -> !ELEMENTS.contains(name)).findFirst();
    if (strange.isPresent()) {
      return Optional.of("`" + strange.get() + "` is no element of a statement");
    }
    for (String name : new String[] {"Principal", "Action", "Resource"}) {
      if (elements.containsKey(name) && elements.containsKey("Not" + name)) {
        return Optional.of("`" + name + "` and `Not" + name + "` exclude each other");
      }
    }
    if (!elements.containsKey("Action") && !elements.containsKey("NotAction")) {
      return Optional.of("it has no `Action`");
    }
    PolicyNode effect = elements.get("Effect");
    if (effect == null) {
      return Optional.of("it has no `Effect`");
    }
    return effect
        .asText()
        .flatMap(PolicyText::known)
        .filter(text -> !text.equals("Allow") && !text.equals("Deny"))
        .map(text -> "its `Effect` cannot be `" + text + "`");
  }

  /** What the kind of policy forbids or misses. */
  Optional<String> problem(Mode mode) {
    if (isUnseen()) {
      return Optional.empty();
    }
    return switch (mode) {
      case IDENTITY ->
          principals.isPresent()
              ? Optional.of("a policy of a role has no `Principal`")
              : missingResource();
      case RESOURCE -> missingPrincipal().or(this::missingResource);
      case TRUST ->
          resources.isPresent()
              ? Optional.of("a trust policy has no `Resource`")
              : missingPrincipal();
    };
  }

  /** Whether nothing of it is known. */
  boolean isUnseen() {
    return actions.isEmpty();
  }

  private Optional<String> missingPrincipal() {
    return principals.isPresent() ? Optional.empty() : Optional.of("it has no `Principal`");
  }

  private Optional<String> missingResource() {
    return resources.isPresent() ? Optional.empty() : Optional.of("it has no `Resource`");
  }

  /** Whether the statement is about the request. */
  Match applies(Request request, Mode mode) {
    return principals
        .map(element -> element.covers(request.principal(), mode))
        .orElse(Match.YES)
        .and(actions.map(element -> element.action(request.action())).orElse(Match.YES))
        .and(resources.map(element -> element.resource(request.resource())).orElse(Match.YES))
        .and(conditions.map(element -> element.hold(request, mode)).orElse(Match.YES));
  }
}
