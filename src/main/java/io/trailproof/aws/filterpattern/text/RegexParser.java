package io.trailproof.aws.filterpattern.text;

import io.trailproof.aws.filterpattern.text.Program.Element;
import io.trailproof.aws.filterpattern.text.Regex.Refused;
import io.trailproof.aws.filterpattern.text.Regex.Why;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a {@code %...%} expression (filter-patterns §1.5). */
final class RegexParser {
  private static final String SYMBOLS = ":_#=@/;,- ";
  private static final String OPERATORS = "^$?[]{}|\\*+.";
  private static final int UNBOUNDED = -1;

  private final String body;
  private int at;
  private int positions;
  private @Nullable Refused refused;

  RegexParser(String body) {
    this.body = body;
  }

  Regex.Result parse() {
    Refused character = forbiddenCharacter();
    if (character != null) {
      return character;
    }
    List<List<Element>> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (refused == null && take('|'));
    return refused != null
        ? refused
        : new Regex.Compiled(Regex.of(body, new Program(alternatives)));
  }

  private @Nullable Refused forbiddenCharacter() {
    if (body.isEmpty()) {
      return new Refused(Why.CHARACTER, "the regular expression is empty", 0, 0);
    }
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (!isAlphanumeric(c) && SYMBOLS.indexOf(c) < 0 && OPERATORS.indexOf(c) < 0) {
        int end = i + Character.charCount(body.codePointAt(i));
        String what =
            c == '(' || c == ')'
                ? "parentheses are not supported in a regular expression"
                : "`" + body.substring(i, end) + "` is not supported in a regular expression";
        return new Refused(Why.CHARACTER, what, i, end);
      }
    }
    return null;
  }

  private List<Element> sequence() {
    List<Element> elements = new ArrayList<>();
    while (refused == null && at < body.length() && body.charAt(at) != '|') {
      int start = at;
      char c = body.charAt(at++);
      if (c == '^' || c == '$') {
        elements.add(c == '^' ? Element.start() : Element.end());
        if (at < body.length() && "*+?{".indexOf(body.charAt(at)) >= 0) {
          refuse(Why.UNDOCUMENTED, "a repeated anchor", start, at + 1);
        }
      } else if ("*+?{".indexOf(c) >= 0) {
        refuse(Why.SYNTAX, "`" + c + "` has nothing to repeat", start, at);
      } else {
        CodePointSet set =
            c == '[' ? charClass(start) : c == '.' ? CodePointSet.DOT : single(c, start);
        if (refused == null) {
          repeat(set, elements);
        }
      }
    }
    return elements;
  }

  private CodePointSet single(char c, int start) {
    return c == '\\' ? escape(start) : CodePointSet.of(c);
  }

  private void repeat(CodePointSet set, List<Element> elements) {
    int start = at;
    int least = 1;
    int most = 1;
    if (at < body.length()) {
      switch (body.charAt(at)) {
        case '*' -> {
          at++;
          least = 0;
          most = UNBOUNDED;
        }
        case '+' -> {
          at++;
          most = UNBOUNDED;
        }
        case '?' -> {
          at++;
          least = 0;
        }
        case '{' -> {
          int[] counts = counts();
          if (counts == null) {
            return;
          }
          least = counts[0];
          most = counts[1];
        }
        default -> {}
      }
    }
    if (at > start && at < body.length()) {
      char next = body.charAt(at);
      if (next == '?') {
        at++; // lazy: the same strings
      } else if (next == '+') {
        refuse(Why.SYNTAX, "possessive repetition is not supported", start, at + 1);
        return;
      } else if (next == '*' || next == '{') {
        refuse(Why.SYNTAX, "`" + next + "` repeats a repetition", start, at + 1);
        return;
      }
    }
    write(set, least, most, elements, start);
  }

  private void write(CodePointSet set, int least, int most, List<Element> elements, int start) {
    int needed = most == UNBOUNDED ? least + 1 : most;
    positions += needed;
    if (positions > Regex.MAX_POSITIONS) {
      refuse(
          Why.TOO_LARGE,
          "the regular expression needs more than " + Regex.MAX_POSITIONS + " positions",
          start,
          at);
      return;
    }
    for (int i = 0; i < least; i++) {
      elements.add(Element.one(set));
    }
    if (most == UNBOUNDED) {
      elements.add(Element.loop(set));
    }
    for (int i = least; i < most; i++) {
      elements.add(Element.optional(set));
    }
  }

  private int @Nullable [] counts() {
    int start = at++;
    int least = number();
    int most = least;
    if (least >= 0 && take(',')) {
      most = at < body.length() && body.charAt(at) == '}' ? UNBOUNDED : number();
      if (most < 0 && body.charAt(at - 1) != ',') {
        least = -1;
      }
    }
    if (least < 0 || !take('}') || (most != UNBOUNDED && most < least)) {
      refuse(
          Why.SYNTAX,
          "a repetition is written `{n}`, `{n,}` or `{m,n}`",
          start,
          Math.min(at + 1, body.length()));
      return null;
    }
    return new int[] {least, most};
  }

  /** Capped far above every limit; negative if there is none. */
  private int number() {
    int start = at;
    int value = 0;
    while (at < body.length() && body.charAt(at) >= '0' && body.charAt(at) <= '9') {
      value = Math.min(value * 10 + (body.charAt(at++) - '0'), 100_000);
    }
    return at == start ? -2 : value;
  }

  private CodePointSet escape(int start) {
    if (at >= body.length()) {
      refuse(Why.SYNTAX, "`\\` escapes nothing", start, at);
      return CodePointSet.NONE;
    }
    char c = body.charAt(at++);
    return switch (c) {
      case 'd' -> CodePointSet.DIGIT;
      case 'D' -> CodePointSet.DIGIT.not();
      case 's' -> CodePointSet.SPACE;
      case 'S' -> CodePointSet.SPACE.not();
      case 'w' -> CodePointSet.WORD;
      case 'W' -> CodePointSet.WORD.not();
      case 'x' -> hex(start);
      case 'p' -> {
        refuse(Why.SYNTAX, "`\\p` is not supported", start, at);
        yield CodePointSet.NONE;
      }
      default -> {
        if (isAlphanumeric(c)) {
          refuse(Why.UNDOCUMENTED, "the escape `\\" + c + "`", start, at);
        }
        yield CodePointSet.of(c);
      }
    };
  }

  private CodePointSet hex(int start) {
    int value = 0;
    for (int i = 0; i < 2; i++) {
      int digit = at < body.length() ? Character.digit(body.charAt(at), 16) : -1;
      if (digit < 0) {
        refuse(Why.SYNTAX, "`\\x` needs two hexadecimal digits", start, at);
        return CodePointSet.NONE;
      }
      at++;
      value = value * 16 + digit;
    }
    return CodePointSet.of(value);
  }

  private CodePointSet charClass(int open) {
    boolean negated = take('^');
    CodePointSet set = CodePointSet.NONE;
    boolean first = true;
    while (refused == null) {
      if (at >= body.length()) {
        refuse(Why.SYNTAX, "`[` is never closed", open, at);
        break;
      }
      int start = at;
      char c = body.charAt(at++);
      if (c == ']' && !first) {
        return negated ? set.not() : set;
      }
      if (c == '[') {
        refuse(Why.UNDOCUMENTED, "`[` within a character class", start, at);
      }
      first = false;
      boolean wide = c == '\\' && at < body.length() && "dDsSwW".indexOf(body.charAt(at)) >= 0;
      CodePointSet item = single(c, start);
      if (!wide && at + 1 < body.length() && body.charAt(at) == '-' && body.charAt(at + 1) != ']') {
        at++;
        item = rangeFrom(item, start);
      }
      set = set.or(item);
    }
    return CodePointSet.NONE;
  }

  private CodePointSet rangeFrom(CodePointSet item, int start) {
    int lastStart = at;
    char c = body.charAt(at++);
    boolean wide = c == '\\' && at < body.length() && "dDsSwW".indexOf(body.charAt(at)) >= 0;
    CodePointSet end = single(c, lastStart);
    if (wide || c == '[') {
      refuse(Why.UNDOCUMENTED, "a range that ends in a class", start, at);
    }
    if (refused != null) {
      return CodePointSet.NONE;
    }
    int low = item.flips()[0];
    int high = end.flips()[0];
    if (low > high) {
      refuse(Why.SYNTAX, "the range `" + body.substring(start, at) + "` runs backwards", start, at);
      return CodePointSet.NONE;
    }
    return CodePointSet.range(low, high);
  }

  private boolean take(char c) {
    if (at < body.length() && body.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void refuse(Why why, String message, int start, int end) {
    if (refused == null) {
      refused = new Refused(why, message, start, end);
    }
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
