package io.trailproof.regex;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One text that is held against an expression, by trying what may stand where. */
final class RegexRun {
  private static final int PATIENCE = 20_000;
  private static final int DEEPEST = 200;

  private final String text;
  private boolean whole;
  private boolean undecided;
  private int steps;
  private int depth;

  RegexRun(String text) {
    this.text = text;
  }

  /** Whether the text, or anything in it, is an expression; null if that is not told. */
  @Nullable Boolean at(RegexPart first, boolean whole) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return null;
      }
    }
    this.whole = whole;
    int last = whole ? 0 : text.length();
    boolean found = false;
    for (int begin = 0; begin <= last && !found && !undecided; begin++) {
      found = isAt(first, begin, null);
    }
    return undecided ? null : found;
  }

  /** How often a part has been repeated, and where the last time began, within another one. */
  private record Turn(RegexPart repeated, int count, int began, @Nullable Turn outer) {}

  private boolean isAt(@Nullable RegexPart from, int begin, @Nullable Turn turn) {
    depth++;
    boolean is = depth <= DEEPEST && follow(from, begin, turn);
    undecided |= depth > DEEPEST;
    depth--;
    return is && !undecided;
  }

  private boolean follow(@Nullable RegexPart from, int begin, @Nullable Turn turn) {
    RegexPart part = from;
    int at = begin;
    while (part != null) {
      if (++steps > PATIENCE) {
        undecided = true;
        return false;
      }
      switch (part.kind) {
        case RegexPart.LETTER -> {
          if (at == text.length() || !part.takes(text.charAt(at))) {
            return false;
          }
          at++;
        }
        case RegexPart.START -> {
          if (at != 0) {
            return false;
          }
        }
        case RegexPart.END -> {
          if (!isEnd(at)) {
            return false;
          }
        }
        case RegexPart.AHEAD -> {
          if (isAt(part.inner, at, null) == (part.least == 1)) {
            return false;
          }
        }
        case RegexPart.CHOICE -> {
          if (part.other != null && isAt(part.inner, at, turn)) {
            return true;
          }
          part = part.other == null ? part.inner : part.other;
          continue;
        }
        case RegexPart.REPEAT -> {
          RegexPart inner = Objects.requireNonNull(part.inner);
          return inner.kind == RegexPart.LETTER
              ? letters(part, inner, at, turn)
              : repeat(part, 0, at, turn);
        }
        case RegexPart.AGAIN -> {
          Turn last = Objects.requireNonNull(turn);
          return at == last.began()
              ? isAt(last.repeated().next, at, last.outer())
              : repeat(last.repeated(), last.count(), at, last.outer());
        }
        default -> {
          return true;
        }
      }
      part = part.next;
    }
    return !whole || at == text.length();
  }

  /** A letter that is repeated. */
  private boolean letters(RegexPart part, RegexPart letter, int begin, @Nullable Turn turn) {
    int at = begin;
    int count = 0;
    while (count < part.most && at < text.length() && letter.takes(text.charAt(at))) {
      at++;
      count++;
      steps++;
    }
    for (; count >= part.least; count--, at--) {
      if (isAt(part.next, at, turn)) {
        return true;
      }
      if (undecided) {
        return false;
      }
    }
    return false;
  }

  private boolean repeat(RegexPart part, int count, int at, @Nullable Turn turn) {
    if (count < part.most && isAt(part.inner, at, new Turn(part, count + 1, at, turn))) {
      return true;
    }
    return count >= part.least && isAt(part.next, at, turn);
  }

  /** At the end, or before the line feed that ends the text. */
  private boolean isEnd(int at) {
    int left = text.length() - at;
    if (left > 2) {
      return false;
    }
    if (left == 2) {
      return text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
    }
    return left == 0
        || text.charAt(at) == '\r'
        || (text.charAt(at) == '\n' && (at == 0 || text.charAt(at - 1) != '\r'));
  }
}
