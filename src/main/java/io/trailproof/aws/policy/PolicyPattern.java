package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pattern that may have holes, matched against texts that may have holes.
 *
 * <p>Yes means: for all texts that the holes may stand for; no: for none of them. Both are found by
 * walking pattern and text side by side, once with a hole as a letter of its own, which only a star
 * or its namesake matches, and once with every hole as a star.
 */
final class PolicyPattern {

  /** Beyond this many steps the answer is unknown. */
  private static final long MOST_STEPS = 20_000_000;

  private static final int ARN_PARTS = 6;

  /** One place of a pattern or text: a letter, any one letter, any text, or a hole. */
  private record Place(Kind kind, char letter, String name) {
    boolean isOpen() {
      return kind == Kind.STAR || kind == Kind.HOLE;
    }

    /** Whether one place of a text is surely taken by this place of a pattern. */
    boolean surelyTakes(Place place) {
      return switch (kind) {
        case LETTER -> place.kind == Kind.LETTER && place.letter == letter;
        case ANY -> place.kind == Kind.LETTER;
        case STAR -> true;
        case HOLE -> place.kind == Kind.HOLE && !name.isEmpty() && name.equals(place.name);
      };
    }

    /** Whether a letter may stand at this place and at that one. */
    boolean mayShare(Place place) {
      return kind != Kind.LETTER || place.kind != Kind.LETTER || letter == place.letter;
    }
  }

  private enum Kind {
    LETTER,
    ANY,
    STAR,
    HOLE
  }

  private final List<Place> pattern;

  private PolicyPattern(List<Place> pattern) {
    this.pattern = pattern;
  }

  /** A pattern in which `*` and `?` stand for other texts. */
  static PolicyPattern pattern(PolicyText text) {
    return new PolicyPattern(places(text, true));
  }

  /** A pattern that stands for nothing but itself. */
  static PolicyPattern literal(PolicyText text) {
    return new PolicyPattern(places(text, false));
  }

  private static List<Place> places(PolicyText text, boolean wildcards) {
    return text.parts().stream()
        .flatMap(
            part ->
                part instanceof Json.Hole hole
                    ? Stream.of(new Place(Kind.HOLE, ' ', hole.name()))
                    : part.shown().chars().mapToObj(letter -> place((char) letter, wildcards)))
        .toList();
  }

  private static Place place(char letter, boolean wildcards) {
    Kind wild = letter == '*' ? Kind.STAR : letter == '?' ? Kind.ANY : Kind.LETTER;
    return new Place(wildcards ? wild : Kind.LETTER, letter, "");
  }

  Truth matches(PolicyText text) {
    List<Place> subject = places(text, false);
    if ((long) pattern.size() * subject.size() > MOST_STEPS) {
      return Truth.UNKNOWN;
    }
    if (surelyMatches(subject)) {
      return Truth.YES;
    }
    return mayMatch(subject) ? Truth.UNKNOWN : Truth.NO;
  }

  private boolean surelyMatches(List<Place> subject) {
    // Row after row of the pattern: at which lengths of the text it may have arrived.
    BitSet reached = new BitSet();
    reached.set(0);
    for (Place place : pattern) {
      BitSet next = new BitSet();
      for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
        if (place.kind == Kind.STAR) {
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

  private boolean mayMatch(List<Place> subject) {
    BitSet reached = closed(subject, bit(0));
    for (Place place : pattern) {
      BitSet next = place.isOpen() ? (BitSet) reached.clone() : new BitSet();
      for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
        if (place.isOpen()) {
          next.set(at, subject.size() + 1);
          break;
        }
        if (at < subject.size() && place.mayShare(subject.get(at))) {
          next.set(at + 1);
          if (subject.get(at).isOpen()) {
            next.set(at);
          }
        }
      }
      reached = closed(subject, next);
    }
    return reached.get(subject.size());
  }

  private static BitSet bit(int index) {
    BitSet set = new BitSet();
    set.set(index);
    return set;
  }

  /** With the lengths that are reached because holes of the text may be empty. */
  private static BitSet closed(List<Place> subject, BitSet reached) {
    for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
      if (at < subject.size() && subject.get(at).isOpen()) {
        reached.set(at + 1);
      }
    }
    return reached;
  }

  /** Whether an ARN matches a pattern of one: the six parts match one by one. */
  static Truth matchesArn(PolicyText arn, PolicyText pattern) {
    Truth whole = arn.matches(pattern);
    boolean known = pattern.known().isPresent();
    if (whole == Truth.NO || pattern.sameAs(PolicyText.of("*")) == Truth.YES) {
      return whole;
    }
    List<PolicyText> wanted = pattern.split(':', ARN_PARTS);
    if (wanted.size() < ARN_PARTS) {
      // Known text is no ARN then, and what becomes of it is not documented; a hole may be a whole
      // one.
      return known ? Truth.UNKNOWN : whole;
    }
    Truth parts = byParts(arn.split(':', ARN_PARTS), wanted);
    // A hole may hold colons, so that only what both readings say is certain.
    return (known && arn.known().isPresent()) || parts == whole ? parts : Truth.UNKNOWN;
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
