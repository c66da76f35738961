package io.trailproof.rule;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Secrets;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict and what it rests on; the explanation is what was evaluated, not a second account.
 *
 * @param why why it is not a pass, lower case, one line; empty for a pass
 * @param labels the source that proves it, the telling one first
 * @param assumptions what a pass rests on that no input can show
 */
public record Judgement(
    Verdict verdict, String why, List<Label> labels, List<Assumption> assumptions) {
  private static final Judgement PASS = new Judgement(Verdict.PASS, "", List.of(), List.of());

  private static final String SENSITIVE = "it hangs on a value that is marked as sensitive";

  public Judgement {
    labels = List.copyOf(labels);
    assumptions = List.copyOf(assumptions);
  }

  /** It holds. */
  public static Judgement pass() {
    return PASS;
  }

  /** It holds if something holds that no input can show. */
  public static Judgement passIf(Assumption... assumptions) {
    return new Judgement(Verdict.PASS, "", List.of(), List.of(assumptions));
  }

  /** It does not hold. */
  public static Judgement fail(String why, Label... labels) {
    return new Judgement(Verdict.FAIL, why, List.of(labels), List.of());
  }

  /** The input does not tell. */
  public static Judgement unknown(String why, Label... labels) {
    return new Judgement(Verdict.UNKNOWN, why, List.of(labels), List.of());
  }

  /** The same, unless its words quote what must not be shown. */
  Judgement without(Secrets secrets) {
    boolean tells = secrets.areIn(why);
    List<Assumption> untelling =
        assumptions.stream()
            .map(
                one ->
                    secrets.areIn(one.message())
                        ? new Assumption(one.code(), SENSITIVE, one.address())
                        : one)
            .toList();
    return new Judgement(verdict, tells ? SENSITIVE : why, labels, untelling);
  }

  /** The worse of the two; assumptions add up where both hold. */
  public Judgement and(Judgement other) {
    if (verdict != other.verdict) {
      return verdict.compareTo(other.verdict) < 0 ? this : other;
    }
    if (verdict != Verdict.PASS) {
      return this;
    }
    List<Assumption> both = new ArrayList<>(assumptions);
    both.addAll(other.assumptions);
    return new Judgement(verdict, why, labels, both);
  }

  /** The better of the two; the first where they are equal. */
  public Judgement or(Judgement other) {
    return other.verdict.compareTo(verdict) > 0 ? other : this;
  }
}
