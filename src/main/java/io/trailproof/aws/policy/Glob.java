package io.trailproof.aws.policy;

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
final class Glob {

  /** Beyond this many steps the answer is unknown. */
  private static final long MOST_STEPS = 20_000_000;

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

  private Glob(List<Place> pattern) {
    this.pattern = pattern;
  }

  /** A pattern in which `*` and `?` stand for other texts. */
  static Glob pattern(PolicyText text) {
    return new Glob(places(text, true));
  }

  /** A pattern that stands for nothing but itself. */
  static Glob literal(PolicyText text) {
    return new Glob(places(text, false));
  }

  private static List<Place> places(PolicyText text, boolean wildcards) {
    return text.parts().stream()
        .flatMap(
            part ->
                part.<Stream<Place>>match(
                    known -> known.chars().mapToObj(letter -> place((char) letter, wildcards)),
                    name -> Stream.of(new Place(Kind.HOLE, ' ', name))))
        .toList();
  }

  private static Place place(char letter, boolean wildcards) {
    Kind wild = letter == '*' ? Kind.STAR : letter == '?' ? Kind.ANY : Kind.LETTER;
    return new Place(wildcards ? wild : Kind.LETTER, letter, "");
  }

  Answer matches(PolicyText text) {
    List<Place> subject = places(text, false);
    if ((long) pattern.size() * subject.size() > MOST_STEPS) {
      return Answer.UNKNOWN;
    }
    if (surelyMatches(subject)) {
      return Answer.YES;
    }
    return mayMatch(subject) ? Answer.UNKNOWN : Answer.NO;
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
}
