package io.trailproof.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an expression, which knows what follows it once that is read. */
final class RegexPart {
  /** The kinds. */
  static final int LETTER = 0;

  static final int START = 1;
  static final int END = 2;
  static final int CHOICE = 3;
  static final int REPEAT = 4;
  static final int AHEAD = 5;

  /** What stands behind the part that is repeated, and behind what is looked at ahead. */
  static final int AGAIN = 6;

  static final int DONE = 7;

  final int kind;

  /** What may stand here, as it was read. */
  final List<List<RegexPart>> alternatives = new ArrayList<>(1);

  /** What is repeated or looked at; of a choice, the first that may stand here. */
  @Nullable RegexPart inner;

  /** What else may stand here. */
  @Nullable RegexPart other;

  @Nullable RegexPart next;

  /** Of what is repeated, how often; of what is looked at ahead, 1 where it may not be there. */
  int least;

  int most;

  private long low;
  private long high;

  RegexPart(int kind) {
    this.kind = kind;
  }

  /** Adds letters that may stand here, of which those beyond ASCII are never asked about. */
  void add(int from, int to) {
    for (int letter = from; letter <= to && letter < 128; letter++) {
      if (letter < 64) {
        low |= 1L << letter;
      } else {
        high |= 1L << (letter - 64);
      }
    }
  }

  /** Has all other letters stand here. */
  void turn() {
    low = ~low;
    high = ~high;
  }

  boolean takes(char letter) {
    return ((letter < 64 ? low >>> letter : high >>> (letter - 64)) & 1) != 0;
  }

  /** The same before something else, which is null at the end of the expression. */
  RegexPart before(@Nullable RegexPart then) {
    next = then;
    if (kind == CHOICE) {
      RegexPart last = this;
      for (int i = 0; i < alternatives.size(); i++) {
        if (i > 0) {
          RegexPart more = new RegexPart(CHOICE);
          last.other = more;
          last = more;
        }
        RegexPart first = then;
        List<RegexPart> sequence = alternatives.get(i);
        for (int j = sequence.size() - 1; j >= 0; j--) {
          first = sequence.get(j).before(first);
        }
        last.inner = first;
      }
    } else if (inner != null) {
      inner = inner.before(new RegexPart(kind == REPEAT ? AGAIN : DONE));
    }
    return this;
  }
}
