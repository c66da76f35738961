package io.trailproof.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the expressions that {@link ShortRegex} answers by itself. */
final class ShortRegexReader {
  private static final String SPECIAL = "\\^$.|?*+()[]{}";

  /** It is none of these, or no expression at all. */
  private static final class Other extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Other() {
      super(null, null, false, false);
    }
  }

  private final String regex;
  private int at;

  private ShortRegexReader(String regex) {
    this.regex = regex;
  }

  /** The parts; null for an expression that is not among these. */
  static @Nullable RegexPart parse(String regex) {
    ShortRegexReader parser = new ShortRegexReader(regex);
    try {
      RegexPart whole = parser.choice();
      return parser.at == regex.length() ? whole.before(null) : null;
    } catch (Other e) {
      return null;
    }
  }

  private boolean sees(char letter) {
    return at < regex.length() && regex.charAt(at) == letter;
  }

  private boolean takes(char letter) {
    boolean sees = sees(letter);
    if (sees) {
      at++;
    }
    return sees;
  }

  private char next() {
    if (at == regex.length()) {
      throw new Other();
    }
    return regex.charAt(at++);
  }

  /** What may stand here, up to a closing bracket. */
  private RegexPart choice() {
    RegexPart choice = new RegexPart(RegexPart.CHOICE);
    do {
      List<RegexPart> sequence = new ArrayList<>();
      while (at < regex.length() && !sees('|') && !sees(')')) {
        sequence.add(repeated(atom()));
      }
      choice.alternatives.add(sequence);
    } while (takes('|'));
    return choice;
  }

  private RegexPart atom() {
    char letter = next();
    return switch (letter) {
      case '^' -> new RegexPart(RegexPart.START);
      case '$' -> new RegexPart(RegexPart.END);
      case '(' -> group();
      case '[' -> letters();
      case '.' -> anyButLineEnds();
      case '\\' -> takes('Z') ? new RegexPart(RegexPart.END) : escaped();
      default -> {
        if (SPECIAL.indexOf(letter) >= 0 || letter > 127) {
          throw new Other();
        }
        RegexPart one = new RegexPart(RegexPart.LETTER);
        one.add(letter, letter);
        yield one;
      }
    };
  }

  private static RegexPart anyButLineEnds() {
    RegexPart any = new RegexPart(RegexPart.LETTER);
    any.add('\n', '\n');
    any.add('\r', '\r');
    any.turn();
    return any;
  }

  private RegexPart escaped() {
    RegexPart escaped = new RegexPart(RegexPart.LETTER);
    int code = escape(escaped);
    if (code >= 0) {
      escaped.add(code, code);
    }
    return escaped;
  }

  private RegexPart group() {
    RegexPart ahead = null;
    if (takes('?')) {
      char kind = next();
      if (kind == '=' || kind == '!') {
        ahead = new RegexPart(RegexPart.AHEAD);
        ahead.least = kind == '!' ? 1 : 0;
      } else if (kind != ':') {
        throw new Other();
      }
    }
    RegexPart inside = choice();
    if (!takes(')')) {
      throw new Other();
    }
    if (ahead == null) {
      return inside;
    }
    ahead.inner = inside;
    return ahead;
  }

  private RegexPart repeated(RegexPart part) {
    RegexPart repeat = new RegexPart(RegexPart.REPEAT);
    repeat.inner = part;
    repeat.most = Integer.MAX_VALUE;
    if (takes('?')) {
      repeat.most = 1;
    } else if (takes('+')) {
      repeat.least = 1;
    } else if (takes('{')) {
      repeat.least = count();
      repeat.most = repeat.least;
      if (takes(',')) {
        repeat.most = sees('}') ? Integer.MAX_VALUE : count();
      }
      if (!takes('}') || repeat.most < repeat.least) {
        throw new Other();
      }
    } else if (!takes('*')) {
      return part;
    }
    boolean isSingle = part.kind == RegexPart.LETTER || part.kind == RegexPart.CHOICE;
    if (!isSingle || sees('?') || sees('+') || sees('*') || sees('{')) {
      throw new Other();
    }
    return repeat;
  }

  private int count() {
    int count = 0;
    int digits = 0;
    for (; at < regex.length() && regex.charAt(at) >= '0' && regex.charAt(at) <= '9'; digits++) {
      count = 10 * count + regex.charAt(at++) - '0';
    }
    if (digits == 0 || digits > 5) {
      throw new Other();
    }
    return count;
  }

  /** What stands between square brackets. */
  private RegexPart letters() {
    RegexPart letters = new RegexPart(RegexPart.LETTER);
    boolean isNone = takes('^');
    boolean isFirst = true;
    while (isFirst || !sees(']')) {
      int from = member(letters, isFirst);
      if (from >= 0) {
        int to = from;
        if (sees('-') && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
          at++;
          to = member(letters, false);
          if (to < from) {
            throw new Other();
          }
        }
        letters.add(from, to);
      }
      isFirst = false;
    }
    at++;
    if (isNone) {
      letters.turn();
    }
    return letters;
  }

  /** A letter between square brackets; less than 0 if it was several, which are added. */
  private int member(RegexPart letters, boolean isFirst) {
    char letter = next();
    if (letter == '\\') {
      int code = escape(letters);
      if (code < 0 && sees('-') && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
        throw new Other();
      }
      return code;
    }
    boolean isEnd = sees(']');
    if (letter == '[' || letter == ']' || letter == '&' || letter == '^' || letter > 127) {
      throw new Other();
    }
    if (letter == '-' && !isFirst && !isEnd) {
      throw new Other();
    }
    return letter;
  }

  /** A letter behind a backslash; less than 0 if it stands for several, which are added. */
  private int escape(RegexPart into) {
    char letter = next();
    return switch (letter) {
      case 'd' -> {
        into.add('0', '9');
        yield -1;
      }
      case 'w' -> {
        into.add('0', '9');
        into.add('A', 'Z');
        into.add('a', 'z');
        into.add('_', '_');
        yield -1;
      }
      case 's' -> {
        into.add('\t', '\r');
        into.add(' ', ' ');
        yield -1;
      }
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> sign(letter);
    };
  }

  private static int sign(char letter) {
    boolean isWord =
        (letter >= '0' && letter <= '9')
            || (letter >= 'A' && letter <= 'Z')
            || (letter >= 'a' && letter <= 'z');
    if (isWord || letter > 127) {
      throw new Other();
    }
    return letter;
  }

  private int hexadecimal(int digits) {
    int code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw new Other();
      }
      code = 16 * code + digit;
    }
    if (code >= 0xd800 && code < 0xe000) {
      throw new Other();
    }
    return code;
  }
}
