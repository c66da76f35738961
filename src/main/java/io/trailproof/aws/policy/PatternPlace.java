package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One place of a pattern or text: letters of a kind, once or any number of times.
 *
 * @param letter the letter if there is only one
 * @param hole what the place stands for, or the known letter is part of
 * @param repeats whether it stands for any number of letters, none included
 */
record PatternPlace(Kind kind, char letter, Json.@Nullable Hole hole, boolean repeats) {

  private static final int DIGITS = 12;

  /** Which letters. */
  enum Kind {
    LETTER,
    ANY,
    DIGIT,
    WORD,
    NAME,
    PATH,
    /** A hole as a whole, before it is taken apart into letters. */
    HOLE
  }

  private static PatternPlace of(Kind kind) {
    return new PatternPlace(kind, ' ', null, false);
  }

  /** The places of a text, each hole one. */
  static List<PatternPlace> atoms(PolicyText text, boolean wildcards) {
    List<PatternPlace> places = new ArrayList<>();
    for (Json.Part part : text.parts()) {
      if (part instanceof Json.Hole hole) {
        places.add(new PatternPlace(Kind.HOLE, ' ', hole, false));
      } else {
        Json.Hole owner = part instanceof Json.Filled filled ? filled.hole() : null;
        part.shown().chars().forEach(each -> places.add(place((char) each, wildcards, owner)));
      }
    }
    return places;
  }

  private static PatternPlace place(char letter, boolean wildcards, Json.@Nullable Hole owner) {
    if (wildcards && letter == '*') {
      return new PatternPlace(Kind.ANY, ' ', null, true);
    }
    return wildcards && letter == '?'
        ? of(Kind.ANY)
        : new PatternPlace(Kind.LETTER, letter, owner, false);
  }

  /** The same places with the letters that each hole may hold. */
  static List<PatternPlace> letters(List<PatternPlace> atoms) {
    List<PatternPlace> places = new ArrayList<>();
    for (int at = 0; at < atoms.size(); at++) {
      PatternPlace place = atoms.get(at);
      Json.Hole hole = place.hole;
      // A name that is only a part of another says nothing of the other.
      Json.Hole owner = hole != null && isWhole(atoms, at) ? hole : null;
      if (place.kind != Kind.HOLE || hole == null) {
        places.add(new PatternPlace(place.kind, place.letter, owner, place.repeats));
        continue;
      }
      switch (hole.shape()) {
        case ANY, REST -> places.add(new PatternPlace(Kind.ANY, ' ', null, true));
        case ACCOUNT -> IntStream.range(0, DIGITS).forEach(digit -> places.add(of(Kind.DIGIT)));
        case WORD -> some(Kind.WORD, null, places);
        case NAME -> some(Kind.NAME, owner, places);
        case PATH -> some(Kind.PATH, owner, places);
        case PART -> places.add(new PatternPlace(Kind.PATH, ' ', null, true));
      }
    }
    return places;
  }

  /** One letter or more. */
  private static void some(Kind kind, Json.@Nullable Hole owner, List<PatternPlace> places) {
    places.add(new PatternPlace(kind, ' ', owner, false));
    places.add(new PatternPlace(kind, ' ', owner, true));
  }

  /** Whether what stands for the same as a place fills a segment of an ARN. */
  @SuppressWarnings("ReferenceEquality") // two holes that look alike are still two
  private static boolean isWhole(List<PatternPlace> atoms, int at) {
    int first = at;
    while (first > 0 && atoms.get(first - 1).hole == atoms.get(at).hole) {
      first--;
    }
    int last = at;
    while (last + 1 < atoms.size() && atoms.get(last + 1).hole == atoms.get(at).hole) {
      last++;
    }
    Json.Hole hole = atoms.get(at).hole;
    boolean slashed = hole != null && hole.shape() == Json.Shape.PATH;
    boolean begins = first == 0 || atoms.get(first - 1).ends(slashed);
    return begins && (last + 1 == atoms.size() || atoms.get(last + 1).ends(slashed));
  }

  private boolean ends(boolean slashed) {
    return isRest() || (kind == Kind.LETTER && (letter == ':' || (letter == '/' && !slashed)));
  }

  boolean isStar() {
    return kind == Kind.ANY && repeats;
  }

  /** Whether it stands for what may follow a reference. */
  boolean isRest() {
    return kind == Kind.HOLE && hole != null && hole.shape() == Json.Shape.REST;
  }

  /** Whether one place of a text is surely taken by this place of a pattern. */
  boolean surelyTakes(PatternPlace place) {
    return switch (kind) {
      case LETTER -> place.kind == Kind.LETTER && place.letter == letter;
      case HOLE ->
          place.kind == Kind.HOLE && hole != null && place.hole != null && hole.isSame(place.hole);
      default -> place.kind == Kind.LETTER;
    };
  }

  /** Whether a letter may stand at this place and at that one. */
  boolean mayShare(PatternPlace place) {
    if (hole != null && place.hole != null && hole.isDifferent(place.hole)) {
      return kind == Kind.LETTER && place.kind == Kind.LETTER && letter == place.letter;
    }
    return kind == Kind.LETTER
        ? place.mayBe(letter)
        : place.kind != Kind.LETTER || mayBe(place.letter);
  }

  private boolean mayBe(char other) {
    return switch (kind) {
      case LETTER -> other == letter;
      case DIGIT -> other >= '0' && other <= '9';
      case WORD -> (other >= 'a' && other <= 'z') || (other >= '0' && other <= '9') || other == '-';
      case NAME -> other != ':' && other != '*' && other != '/';
      case PATH -> other != ':' && other != '*';
      case ANY, HOLE -> true;
    };
  }
}
