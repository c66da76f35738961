package io.trailproof.aws.policy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The `Principal` or `NotPrincipal` of a statement. */
record Principals(PolicyNode node, boolean negated) {

  private static final PolicyText EVERYBODY = PolicyText.of("*");

  /** Whether it covers a service, by name or as anybody; no account or role ever does (F90). */
  Match covers(String service, Mode mode) {
    Answer named = named(service, mode);
    if (negated) {
      // A listed service is left out for sure; what a list of others means to a service is not
      // documented.
      return named == Answer.YES
          ? new Match(Answer.NO, "its `NotPrincipal` leaves out `" + service + "`")
          : new Match(Answer.UNKNOWN, "what its `NotPrincipal` means to a service is not known");
    }
    return Match.of(
        named,
        named == Answer.NO
            ? "its `Principal` is " + shown() + ", not `" + service + "`"
            : "its `Principal` is not known");
  }

  private Answer named(String service, Mode mode) {
    Optional<Map<String, PolicyNode>> kinds = node.asFields();
    if (kinds.isEmpty()) {
      return node.asText().map(text -> everybody(text, mode)).orElse(Answer.UNKNOWN);
    }
    Answer any = Answer.NO;
    for (Map.Entry<String, PolicyNode> kind : kinds.get().entrySet()) {
      for (PolicyNode each : kind.getValue().asItems()) {
        any =
            any.or(
                each.asText()
                    .map(text -> is(kind.getKey(), text, service, mode))
                    .orElse(Answer.UNKNOWN));
      }
    }
    return any;
  }

  private static Answer is(String kind, PolicyText text, String service, Mode mode) {
    return switch (kind) {
      case "Service" ->
          text.sameAs(EVERYBODY) == Answer.YES
              ? Answer.UNKNOWN
              : text.sameAs(PolicyText.of(service));
      case "AWS" -> everybody(text, mode);
      case "Federated", "CanonicalUser" -> Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }

  /** Whether it is the principal of everybody, which in a trust policy may not mean services. */
  private static Answer everybody(PolicyText text, Mode mode) {
    Answer everybody = text.sameAs(EVERYBODY);
    return mode == Mode.TRUST ? everybody.and(Answer.UNKNOWN) : everybody;
  }

  private String shown() {
    return node.asFields()
        .map(
            kinds ->
                kinds.values().stream()
                    .flatMap(kind -> kind.asItems().stream())
                    .map(Principals::quoted)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining(", ")))
        .orElseGet(() -> quoted(node));
  }

  private static String quoted(PolicyNode node) {
    return "`" + node.asText().map(PolicyText::toString).orElse("…") + "`";
  }
}
