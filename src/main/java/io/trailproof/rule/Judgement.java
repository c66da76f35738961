package io.trailproof.rule;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Secrets;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict and what it rests on; the explanation is what was evaluated, not a second account.
 *
 * @param why why it is not a pass, lower case, one line; empty for a pass
 * @param labels the source that proves it, the telling one first
 * @param assumptions what a pass rests on that no input can show
 * @param notes what is worth knowing whatever the verdict
 * @param stays whether a resource of which this is said stands at its link though it does not hold:
 *     it is meant to, and what is wrong is wrong with it
 */
public record Judgement(
    Verdict verdict,
    String why,
    List<Label> labels,
    List<Assumption> assumptions,
    List<Note> notes,
    boolean stays) {
  private static final Judgement PASS = of(Verdict.PASS, "", List.of(), List.of());

  private static final String SENSITIVE = "it hangs on a value that is marked as sensitive";

  public Judgement {
    labels = List.copyOf(labels);
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
  }

  public Judgement(
      Verdict verdict,
      String why,
      List<Label> labels,
      List<Assumption> assumptions,
      List<Note> notes) {
    this(verdict, why, labels, assumptions, notes, false);
  }

  private static Judgement of(
      Verdict verdict, String why, List<Label> labels, List<Assumption> assumptions) {
    return new Judgement(verdict, why, labels, assumptions, List.of());
  }

  /** It holds. */
  public static Judgement pass() {
    return PASS;
  }

  /** It holds if something holds that no input can show. */
  public static Judgement passIf(Assumption... assumptions) {
    return of(Verdict.PASS, "", List.of(), List.of(assumptions));
  }

  /** It does not hold. */
  public static Judgement fail(String why, Label... labels) {
    return of(Verdict.FAIL, why, List.of(labels), List.of());
  }

  /** The input does not tell. */
  public static Judgement unknown(String why, Label... labels) {
    return of(Verdict.UNKNOWN, why, List.of(labels), List.of());
  }

  /** The input does not tell; points at what is open in a value. */
  public static Judgement unknown(String why, Value value, Resource holder) {
    return unknown(why, Labels.atOpenPart(value, holder));
  }

  /** The same of a resource that is meant to stand at its link all the same. */
  public Judgement staying() {
    return new Judgement(verdict, why, labels, assumptions, notes, true);
  }

  /** The same verdict with more that is worth knowing. */
  public Judgement noting(List<Note> more) {
    return more.isEmpty()
        ? this
        : new Judgement(verdict, why, labels, assumptions, joined(notes, more), stays);
  }

  /** The same verdict with something that is worth knowing. */
  public Judgement noting(Note note) {
    return noting(List.of(note));
  }

  /** The same, unless its words quote what must not be shown. */
  Judgement without(Secrets secrets) {
    if (secrets.areNone()) {
      return this;
    }
    boolean tells = secrets.areIn(why);
    List<Assumption> untelling =
        assumptions.stream()
            .map(
                one ->
                    secrets.areIn(one.message())
                        ? new Assumption(one.kind(), SENSITIVE, one.address())
                        : one)
            .toList();
    List<Note> discreet = notes.stream().filter(one -> !secrets.areIn(one.message())).toList();
    List<Label> wordless =
        labels.stream().map(one -> secrets.areIn(one.text()) ? one.wordless() : one).toList();
    return new Judgement(verdict, tells ? SENSITIVE : why, wordless, untelling, discreet, stays);
  }

  /** The worse of the two; assumptions add up where both hold, notes in any case. */
  public Judgement and(Judgement other) {
    if (verdict != other.verdict) {
      return verdict.compareTo(other.verdict) < 0
          ? noting(other.notes)
          : other.withNotesOf(this, other);
    }
    if (verdict != Verdict.PASS || (other.assumptions.isEmpty() && !stays)) {
      return noting(other.notes);
    }
    return new Judgement(
        verdict, why, labels, joined(assumptions, other.assumptions), joined(notes, other.notes));
  }

  private Judgement withNotesOf(Judgement first, Judgement second) {
    return new Judgement(
        verdict, why, labels, assumptions, joined(first.notes, second.notes), stays);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** The better of the two; the first where they are equal. */
  public Judgement or(Judgement other) {
    return other.verdict.compareTo(verdict) > 0 ? other : this;
  }
}
