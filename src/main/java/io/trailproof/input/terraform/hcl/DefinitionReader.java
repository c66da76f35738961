package io.trailproof.input.terraform.hcl;

import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes an expression apart as far as {@link Definition} goes. */
final class DefinitionReader {
  /** Levels of lists and objects; each level reads its text once more. */
  private static final int DEPTH = 24;

  private static final String ANY_LOG_STREAM = ":*";

  private final byte[] bytes;
  private final HclScanner scanner;
  private final Places places;

  /** The span of a range of the bytes. */
  interface Places {
    Span of(long start, long end);
  }

  DefinitionReader(byte[] bytes, Places places) {
    this.bytes = bytes;
    this.scanner = new HclScanner(bytes);
    this.places = places;
  }

  /** The definition that a range holds. */
  Definition read(int start, int end) {
    return read(start, end, 0);
  }

  private Definition read(int from, int to, int depth) {
    int start = scanner.afterSpace(from, to);
    int end = Math.max(start, end(start, to));
    if (start == end || depth > DEPTH) {
      return computed(start, end);
    }
    byte first = bytes[start];
    return switch (first) {
      case '"' -> quoted(start, end, depth);
      case '[' -> list(start, end, depth);
      case '{' -> object(start, end, depth);
      case '(' -> closes(start, end) ? read(start + 1, end - 1, depth + 1) : computed(start, end);
      default -> word(start, end);
    };
  }

  /** The end of a range without blanks and comments. */
  private int end(int start, int to) {
    scanner.expressionEnd(start, to, "");
    return Math.min(to, scanner.meaningfulEnd());
  }

  private Definition quoted(int start, int end, int depth) {
    return scanner.afterQuoted(start) == end && end - start > 1 && bytes[end - 1] == '"'
        ? template(start, end, start + 1, end - 1, true, depth)
        : computed(start, end);
  }

  /**
   * Text with interpolations.
   *
   * @param start the whole expression, quotes included
   * @param escapes true if backslashes escape
   */
  Definition template(int start, int end, int from, int to, boolean escapes, int depth) {
    StringBuilder text = new StringBuilder();
    int inner = -1;
    int innerEnd = -1;
    int plain = from;
    int at = from;
    while (at < to) {
      byte c = bytes[at];
      boolean sign = c == '$' || c == '%';
      if (escapes && c == '\\') {
        text.append(utf8(plain, at));
        int behind = Unescaped.append(bytes, at, to, text);
        at = behind;
        plain = at;
      } else if (sign && scanner.at(at + 1) == c && scanner.at(at + 2) == '{') {
        text.append(utf8(plain, at + 1)).append('{');
        at += 3;
        plain = at;
      } else if (sign && scanner.at(at + 1) == '{') {
        if (c == '%' || inner >= 0 || text.length() > 0 || at > plain) {
          return computed(start, end);
        }
        inner = at + 2;
        innerEnd = scanner.expressionEnd(inner, to, "");
        at = innerEnd + 1;
        plain = at;
      } else {
        at++;
      }
    }
    text.append(plain < to ? utf8(plain, to) : "");
    if (inner < 0) {
      return new Definition.Literal(places.of(start, end), text.toString(), true);
    }
    return interpolated(start, end, inner, Math.min(innerEnd, to), text.toString(), depth);
  }

  /** One interpolation is what it holds, if nothing but a log group's {@code :*} follows it. */
  private Definition interpolated(
      int start, int end, int inner, int innerEnd, String tail, int depth) {
    int from = scanner.at(inner) == '~' ? inner + 1 : inner;
    int to = innerEnd > from && bytes[innerEnd - 1] == '~' ? innerEnd - 1 : innerEnd;
    Definition held = read(from, to, depth + 1);
    if (tail.isEmpty()) {
      return held;
    }
    return tail.equals(ANY_LOG_STREAM) && held instanceof Definition.Reference
        ? held
        : computed(start, end);
  }

  private Definition list(int start, int end, int depth) {
    if (!closes(start, end) || isFor(start + 1)) {
      return computed(start, end);
    }
    List<Definition> items = new ArrayList<>();
    int at = scanner.afterSpace(start + 1, end - 1);
    while (at < end - 1) {
      int stop = scanner.expressionEnd(at, end - 1, ",");
      items.add(read(at, stop, depth + 1));
      at = scanner.afterSpace(Math.min(end - 1, stop + 1), end - 1);
    }
    return new Definition.Items(places.of(start, end), items);
  }

  private Definition object(int start, int end, int depth) {
    if (!closes(start, end) || isFor(start + 1)) {
      return computed(start, end);
    }
    Map<String, Definition> fields = new LinkedHashMap<>();
    int at = scanner.afterSpace(start + 1, end - 1);
    while (at < end - 1) {
      String key = key(at, end - 1);
      int sign = scanner.expressionEnd(at, end - 1, "=:");
      if (key == null || sign >= end - 1) {
        return computed(start, end);
      }
      int value = scanner.afterSpace(sign + 1, end - 1);
      int stop = scanner.expressionEnd(value, end - 1, ",\n");
      fields.put(key, read(value, stop, depth + 1));
      at = stop;
      while (at < end - 1 && (bytes[at] == ',' || bytes[at] == '\n')) {
        at = scanner.afterSpace(at + 1, end - 1);
      }
      if (at == stop && at < end - 1) {
        return computed(start, end);
      }
    }
    return new Definition.Fields(places.of(start, end), fields);
  }

  /** A literal key; null for one that is worked out. */
  private @Nullable String key(int at, int limit) {
    if (bytes[at] == '"') {
      int end = Math.min(limit, scanner.afterQuoted(at));
      return template(at, end, at + 1, Math.max(at + 1, end - 1), true, DEPTH)
              instanceof Definition.Literal literal
          ? literal.text()
          : null;
    }
    int end = Math.min(limit, scanner.afterName(at));
    int sign = scanner.afterBlanks(end);
    boolean isKey = end > at && (scanner.at(sign) == '=' || scanner.at(sign) == ':');
    return isKey ? utf8(at, end) : null;
  }

  private Definition word(int start, int end) {
    String text = utf8(start, end);
    boolean number = HclScanner.isDigit(bytes[start]) || bytes[start] == '-';
    if (text.equals("true") || text.equals("false") || text.equals("null")) {
      return new Definition.Literal(places.of(start, end), text, false);
    }
    if (number) {
      return text.length() < 100 && text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
          ? new Definition.Literal(places.of(start, end), text, false)
          : computed(start, end);
    }
    String traversal = new TraversalReader(bytes, scanner).read(start, end);
    return traversal == null
        ? computed(start, end)
        : new Definition.Reference(places.of(start, end), traversal);
  }

  /** True if the bracket that opens a range is closed by the range's last byte. */
  private boolean closes(int start, int end) {
    byte close = bytes[start] == '(' ? (byte) ')' : bytes[start] == '[' ? (byte) ']' : (byte) '}';
    return end - start > 1
        && bytes[end - 1] == close
        && scanner.expressionEnd(start + 1, end, "") == end - 1;
  }

  private boolean isFor(int from) {
    int at = scanner.afterSpace(from, bytes.length);
    int end = scanner.afterName(at);
    return end - at == 3
        && utf8(at, end).equals("for")
        && scanner.at(scanner.afterBlanks(end)) != '='
        && scanner.at(scanner.afterBlanks(end)) != ':';
  }

  private Definition computed(int start, int end) {
    return new Definition.Computed(places.of(start, end));
  }

  private String utf8(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
