package io.trailproof.document;

import io.trailproof.document.YamlCursor.Uncommon;
import org.jspecify.annotations.Nullable;

/** Reads scalars as nearly everybody writes them. */
final class CommonScalars {
  /** What no plain scalar begins with; some do, if no blank follows. */
  private static final String INDICATORS = "?:,[]{}#&*!|>'\"%@`";

  private final YamlCursor cursor;

  CommonScalars(YamlCursor cursor) {
    this.cursor = cursor;
  }

  /** A text between quotes that ends on its line; the cursor moves past it. */
  String quoted() throws Uncommon {
    byte quote = cursor.peek(0);
    cursor.forward(1);
    int from = cursor.at();
    StringBuilder before = null;
    while (true) {
      byte one = cursor.peek(0);
      if (one == '\n' || one == '\t') {
        throw new Uncommon();
      }
      boolean isDoubled = quote == '\'' && one == quote && cursor.peek(1) == quote;
      if (isDoubled || (quote == '"' && one == '\\')) {
        before = before == null ? new StringBuilder() : before;
        before.append(cursor.text(from, cursor.at())).append(isDoubled ? '\'' : escaped());
        cursor.forward(2);
        from = cursor.at();
      } else if (one == quote) {
        String last = cursor.text(from, cursor.at());
        cursor.forward(1);
        return before == null ? last : before.append(last).toString();
      } else {
        cursor.forward(1);
      }
    }
  }

  private char escaped() throws Uncommon {
    return switch (cursor.peek(1)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw new Uncommon();
    };
  }

  /**
   * Moves to where a plain text ends, blanks excluded: at the end of the line, before a comment, or
   * before the colon that makes it a key.
   */
  void passPlain() throws Uncommon {
    requirePlain();
    int end = cursor.at();
    int blanks = 0;
    for (int i = 0; ; i++) {
      byte one = cursor.peek(i);
      if (one == '\n' || (one == '#' && blanks > 0) || (one == ':' && cursor.endsWord(i + 1))) {
        break;
      }
      if (one == '\t') {
        throw new Uncommon();
      }
      blanks = one == ' ' ? blanks + 1 : 0;
      if (one != ' ') {
        end = cursor.at() + i + 1;
      }
    }
    cursor.forward(end - cursor.at());
  }

  /** The same within brackets, where other characters end it. */
  void passPlainWithinFlow() throws Uncommon {
    requirePlain();
    int end = cursor.at();
    for (int i = 0; ; i++) {
      byte one = cursor.peek(i);
      if (one == ',' || one == ']' || one == '}' || (one == ':' && cursor.peek(i + 1) == ' ')) {
        break;
      }
      boolean ends = one == '\n' || one == '[' || one == '{' || one == '?' || one == '\t';
      if (ends
          || (one == '#' && cursor.at() + i > end)
          || (one == ':' && ",[]{}\n\t".indexOf(cursor.peek(i + 1)) >= 0)) {
        throw new Uncommon();
      }
      if (one != ' ') {
        end = cursor.at() + i + 1;
      }
    }
    cursor.forward(end - cursor.at());
  }

  private void requirePlain() throws Uncommon {
    byte first = cursor.peek(0);
    boolean isDash = first == '-' && (cursor.endsWord(1) || ",[]{}\t".indexOf(cursor.peek(1)) >= 0);
    if (isDash || first == '\t' || first == '\n' || INDICATORS.indexOf(first) >= 0) {
      throw new Uncommon();
    }
  }

  /** A local tag and the blank after it, if there is any; null where there is no tag. */
  @Nullable String tag() throws Uncommon {
    if (cursor.peek(0) != '!') {
      return null;
    }
    int length = 1;
    while (isOfTag(cursor.peek(length))) {
      length++;
    }
    if (length == 1 || !cursor.endsWord(length)) {
      throw new Uncommon();
    }
    String tag = cursor.text(cursor.at(), cursor.at() + length);
    cursor.forward(length);
    return tag;
  }

  private static boolean isOfTag(byte one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || one == ':';
  }

  /** A text in lines of its own, and where it ends. */
  record Block(String text, int end) {}

  /**
   * Reads a text in lines of its own from its indicator on; the cursor moves to the start of the
   * line after it, and to content from there.
   *
   * @param parent the column of what holds it
   */
  Block block(int parent) throws Uncommon {
    boolean folded = cursor.peek(0) == '>';
    byte chomping = cursor.peek(1);
    boolean isChomped = chomping == '-' || chomping == '+';
    cursor.forward(isChomped ? 2 : 1);
    cursor.skipBlanks();
    if (cursor.peek(0) != '\n') {
      throw new Uncommon();
    }
    cursor.skipLine();
    int[] lines = {cursor.at()};
    int indent = indent(parent, lines);
    StringBuilder text = new StringBuilder("\n".repeat(lines[0]));
    int breaks = 0;
    int end;
    do {
      text.append("\n".repeat(breaks));
      boolean isInked = cursor.peek(0) != ' ' && cursor.peek(0) != '\t';
      int length = 0;
      while (cursor.peek(length) != '\n') {
        length++;
      }
      text.append(cursor.text(cursor.at(), cursor.at() + length));
      cursor.forward(length);
      if (cursor.column() < 0) {
        throw new Uncommon(); // the last line does not end
      }
      cursor.skipLine();
      end = cursor.at();
      cursor.skipBlanks(indent);
      breaks = 0;
      while (cursor.column() >= 0 && cursor.peek(0) == '\n') {
        breaks++;
        cursor.skipLine();
        end = cursor.at();
        cursor.skipBlanks(indent);
      }
      if (cursor.column() == indent) {
        boolean isJoined = folded && isInked && cursor.peek(0) != ' ' && cursor.peek(0) != '\t';
        if (!isJoined) {
          text.append('\n');
        } else if (breaks == 0) {
          text.append(' ');
        }
      }
    } while (cursor.column() == indent);
    if (chomping != '-') {
      text.append('\n');
    }
    if (chomping == '+') {
      text.append("\n".repeat(breaks));
    }
    cursor.toLineStart();
    cursor.toContent();
    return new Block(text.toString(), end);
  }

  /** Moves to the first line with content, whose indentation is that of the text. */
  private int indent(int parent, int[] breaks) throws Uncommon {
    int most = 0;
    breaks[0] = 0;
    while (true) {
      cursor.skipBlanks();
      most = Math.max(most, cursor.column());
      if (cursor.column() < 0) {
        throw new Uncommon();
      }
      if (cursor.peek(0) != '\n') {
        break;
      }
      breaks[0]++;
      cursor.skipLine();
    }
    if (most != cursor.column() || most <= Math.max(0, parent)) {
      throw new Uncommon();
    }
    return most;
  }
}
