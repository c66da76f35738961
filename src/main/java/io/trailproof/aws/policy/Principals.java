package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The `Principal` or `NotPrincipal` of a statement. */
record Principals(Json node, boolean negated) {

  private static final PolicyText EVERYBODY = PolicyText.of("*");

  /** Whether it covers a service, by name or as anybody; no account or role ever does (F90). */
  Applies covers(PolicyText service, Mode mode) {
    Truth named = named(service, mode);
    if (negated) {
      // A listed service is left out for sure; what a list of others means to a service is not
      // documented.
      return named == Truth.YES
          ? new Applies(Truth.NO, "its `NotPrincipal` leaves out `" + service + "`")
          : new Applies(Truth.UNKNOWN, "what its `NotPrincipal` means to a service is not known");
    }
    return Applies.of(
        named,
        named == Truth.NO
            ? "its `Principal` is " + shown() + ", not `" + service + "`"
            : "its `Principal` is not known");
  }

  private Truth named(PolicyText service, Mode mode) {
    Optional<Map<String, Json>> kinds = node.asMembers();
    if (kinds.isEmpty()) {
      return PolicyText.read(node).map(text -> everybody(text, mode)).orElse(Truth.UNKNOWN);
    }
    Truth any = Truth.NO;
    for (Map.Entry<String, Json> kind : kinds.get().entrySet()) {
      for (Json each : Statement.listed(kind.getValue())) {
        any =
            any.or(
                PolicyText.read(each)
                    .map(text -> is(kind.getKey(), text, service, mode))
                    .orElse(Truth.UNKNOWN));
      }
    }
    return any;
  }

  private static Truth is(String kind, PolicyText text, PolicyText service, Mode mode) {
    return switch (kind) {
      case "Service" -> text.sameAs(EVERYBODY) == Truth.YES ? Truth.UNKNOWN : text.sameAs(service);
      case "AWS" -> everybody(text, mode);
      case "Federated", "CanonicalUser" -> Truth.NO;
      default -> Truth.UNKNOWN;
    };
  }

  /** Whether it is the principal of everybody, which in a trust policy may not mean services. */
  private static Truth everybody(PolicyText text, Mode mode) {
    Truth everybody = text.sameAs(EVERYBODY);
    return mode == Mode.TRUST ? everybody.and(Truth.UNKNOWN) : everybody;
  }

  private String shown() {
    return node.asMembers()
        .map(
            kinds ->
                kinds.values().stream()
                    .flatMap(kind -> Statement.listed(kind).stream())
                    .map(Principals::quoted)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining(", ")))
        .orElseGet(() -> quoted(node));
  }

  private static String quoted(Json node) {
    return "`" + PolicyText.read(node).map(PolicyText::toString).orElse("…") + "`";
  }
}
