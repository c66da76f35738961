package io.trailproof.aws.policy;

import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that may have holes, matched against texts that may have holes.
 *
 * <p>Yes means: for all texts that the holes may stand for; no: for none of them. Both are found by
 * walking pattern and text side by side, once with a hole as a letter of its own, which only a star
 * or its namesake matches, and once with every hole as the letters that its shape takes.
 */
final class PolicyPattern {

  /** Beyond this many steps the answer is unknown. */
  private static final long MOST_STEPS = 20_000_000;

  private static final int ARN_PARTS = 6;

  private final PolicyText pattern;
  private final boolean wildcards;

  private PolicyPattern(PolicyText pattern, boolean wildcards) {
    this.pattern = pattern;
    this.wildcards = wildcards;
  }

  /** A pattern in which `*` and `?` stand for other texts. */
  static PolicyPattern pattern(PolicyText text) {
    return new PolicyPattern(text, true);
  }

  /** A pattern that stands for nothing but itself. */
  static PolicyPattern literal(PolicyText text) {
    return new PolicyPattern(text, false);
  }

  Truth matches(PolicyText text) {
    List<PatternPlace> atoms = PatternPlace.atoms(pattern, wildcards);
    List<PatternPlace> subject = PatternPlace.atoms(text, false);
    if ((long) atoms.size() * subject.size() > MOST_STEPS) {
      return Truth.UNKNOWN;
    }
    if (surelyMatches(atoms, subject)) {
      return Truth.YES;
    }
    return mayMatch(PatternPlace.letters(atoms), PatternPlace.letters(subject))
        ? Truth.UNKNOWN
        : Truth.NO;
  }

  private static boolean surelyMatches(List<PatternPlace> pattern, List<PatternPlace> subject) {
    // Row after row of the pattern: at which lengths of the text it may have arrived.
    BitSet reached = new BitSet();
    reached.set(0);
    for (PatternPlace place : pattern) {
      BitSet next = place.isRest() ? (BitSet) reached.clone() : new BitSet();
      for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
        if (place.isStar()) {
          next.set(at, subject.size() + 1);
          break;
        }
        if (at < subject.size() && place.surelyTakes(subject.get(at))) {
          next.set(at + 1);
        }
      }
      reached = next;
    }
    return reached.get(subject.size());
  }

  private static boolean mayMatch(List<PatternPlace> pattern, List<PatternPlace> subject) {
    BitSet reached = new BitSet();
    reached.set(0);
    skip(reached, subject, null);
    for (PatternPlace place : pattern) {
      BitSet next = place.repeats() ? (BitSet) reached.clone() : new BitSet();
      if (place.isStar()) {
        int first = reached.nextSetBit(0);
        next.set(first < 0 ? subject.size() + 1 : first, subject.size() + 1);
      } else if (!place.repeats()) {
        for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
          if (at < subject.size() && place.mayShare(subject.get(at))) {
            next.set(at + 1);
            next.set(at, next.get(at) || subject.get(at).repeats());
          }
        }
      }
      skip(next, subject, place.repeats() ? place : null);
      reached = next;
    }
    return reached.get(subject.size());
  }

  /** Adds the lengths that are reached because stretches of the text may be empty, or are taken. */
  private static void skip(
      BitSet reached, List<PatternPlace> subject, @Nullable PatternPlace repeated) {
    for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
      if (at < subject.size()
          && (subject.get(at).repeats()
              || (repeated != null && repeated.mayShare(subject.get(at))))) {
        reached.set(at + 1);
      }
    }
  }

  /** Whether an ARN matches a pattern of one: the six parts match one by one. */
  static Truth matchesArn(PolicyText arn, PolicyText pattern) {
    Truth whole = arn.matches(pattern);
    if (whole == Truth.NO || pattern.sameAs(PolicyText.of("*")) == Truth.YES) {
      return whole;
    }
    List<PolicyText> wanted = pattern.split(':', ARN_PARTS);
    List<PolicyText> actual = arn.split(':', ARN_PARTS);
    if (wanted.size() < ARN_PARTS) {
      // Known text is no ARN then, and what becomes of it is not documented; a hole may be a whole
      // one.
      return pattern.known().isPresent() ? Truth.UNKNOWN : whole;
    }
    Truth parts = byParts(actual, wanted);
    List<PolicyText> heads = new ArrayList<>(wanted.subList(0, ARN_PARTS - 1));
    heads.addAll(actual.subList(0, Math.min(actual.size(), ARN_PARTS - 1)));
    boolean certain =
        actual.size() == ARN_PARTS && heads.stream().noneMatch(PolicyText::mayHoldColons);
    // What both readings say is certain in any case.
    return certain || arn.known().isPresent() || parts == whole ? parts : Truth.UNKNOWN;
  }

  private static Truth byParts(List<PolicyText> actual, List<PolicyText> wanted) {
    if (actual.size() < ARN_PARTS) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (int index = 0; index < ARN_PARTS; index++) {
      all = all.and(actual.get(index).matches(wanted.get(index)));
    }
    return all;
  }
}
