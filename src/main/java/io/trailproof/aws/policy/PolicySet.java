package io.trailproof.aws.policy;

import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that decide together: one allow is enough, one deny too much.
 *
 * @param boundary the permissions boundary, which must allow as well (F22)
 */
public record PolicySet(List<PolicyDocument> documents, Optional<PolicyDocument> boundary) {

  public PolicySet {
    documents = List.copyOf(documents);
  }

  public static PolicySet of(List<PolicyDocument> documents) {
    return new PolicySet(documents, Optional.empty());
  }

  public PolicySet within(PolicyDocument limit) {
    return new PolicySet(documents, Optional.of(limit));
  }

  /** What the policies say to a request. */
  public Decision decide(Mode mode, Request request) {
    Optional<PolicyProblem> problem =
        Stream.concat(documents.stream(), boundary.stream())
            .map(document -> document.problem(mode))
            .flatMap(Optional::stream)
            .findFirst();
    if (problem.isPresent()) {
      return problem.get().refused()
          ? Decision.of(
              Decision.Outcome.REFUSED, problem.get().what() + ", and the API will refuse it")
          : Decision.of(Decision.Outcome.UNKNOWN, problem.get().what());
    }
    Decision own =
        of(documents.stream().flatMap(each -> each.statements().stream()).toList(), mode, request);
    if (boundary.isEmpty()) {
      return own;
    }
    Decision limit = of(boundary.get().statements(), mode, request);
    return weaker(own, limit);
  }

  /** The decision of two that must both allow. */
  private static Decision weaker(Decision own, Decision limit) {
    if (own.outcome().isDenied() || limit.outcome() == Decision.Outcome.ALLOWED) {
      return own;
    }
    if (limit.outcome().isDenied() || own.outcome() == Decision.Outcome.ALLOWED) {
      return limit.explained("the permissions boundary: " + limit.explanation());
    }
    return limit.hangsOnUnseen() || limit.mayBeDenied() ? limit : own;
  }

  private static Decision of(List<Statement> statements, Mode mode, Request request) {
    Said allowed = new Said();
    Said denied = new Said();
    for (Statement statement : statements) {
      Applies match = statement.applies(request, mode);
      allowed.add(statement, match, statement.allows());
      denied.add(statement, match, statement.allows().not());
    }
    if (denied.any == Truth.YES) {
      return Decision.of(Decision.Outcome.DENIED_EXPLICITLY, denied.label + " denies it");
    }
    if (allowed.any == Truth.NO) {
      return Decision.of(
          Decision.Outcome.DENIED_BY_DEFAULT,
          "no statement lets `%s` do `%s`%s"
              .formatted(request.principal(), request.action(), allowed.nearest));
    }
    if (denied.any == Truth.UNKNOWN) {
      return new Decision(
          Decision.Outcome.UNKNOWN,
          allowed.any == Truth.UNKNOWN && !allowed.seen,
          allowed.any == Truth.YES && denied.spoken,
          allowed.any == Truth.UNKNOWN
              ? allowed.label + " may allow it" + allowed.because
              : denied.label + " may deny it" + denied.because);
    }
    return allowed.any == Truth.YES
        ? Decision.of(Decision.Outcome.ALLOWED, allowed.label + " allows it")
        : new Decision(
            Decision.Outcome.UNKNOWN,
            !allowed.seen,
            false,
            allowed.label + " may allow it" + allowed.because);
  }

  /** What the statements of one effect add up to, and the one that says so. */
  private static final class Said {
    private Truth any = Truth.NO;
    private String label = "";
    private String because = "";
    private String nearest = "";

    /** Whether a statement that an input shows, or will make, says so. */
    private boolean seen;

    /** Whether a statement of this effect, whose text is known, may say so. */
    private boolean spoken;

    void add(Statement statement, Applies match, Truth effect) {
      Truth here = match.answer().and(effect);
      if (here == Truth.NO && effect != Truth.NO && nearest.isEmpty()) {
        nearest = ": " + statement.label() + " does not, " + match.because();
      }
      boolean first = here != Truth.NO && !seen && !statement.isElsewhere();
      spoken |= here != Truth.NO && effect == Truth.YES && !statement.isUnseen();
      seen |= here != Truth.NO && !statement.isElsewhere();
      if (here.compareTo(any) > 0 || (here == any && first)) {
        any = here;
        label = statement.label();
        because = statement.isUnseen() || match.because().isEmpty() ? "" : ": " + match.because();
      }
    }
  }
}
