package io.trailproof.input.opening;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths as git and shells have them: a star stops at slashes, two between slashes
 * stand for any folders (gitignore(5), fnmatch(3)).
 */
final class Glob {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  private Glob(String glob) {
    this.glob = glob;
  }

  /**
   * The same as a regular expression over a path with slashes.
   *
   * @throws PatternSyntaxException if it matches nothing, since a set of characters has no end
   */
  static Pattern pattern(String glob) {
    return Pattern.compile(regex(glob), Pattern.DOTALL);
  }

  /** True if it stands for several paths. */
  static boolean isPattern(String text) {
    return text.matches(".*[*?\\[].*");
  }

  /** The folders that it begins with, which stand for themselves; empty if there are none. */
  static String start(String glob) {
    int first = 0;
    while (first < glob.length() && "*?[".indexOf(glob.charAt(first)) < 0) {
      first++;
    }
    return glob.substring(0, Math.max(0, glob.lastIndexOf('/', first)));
  }

  static String regex(String glob) {
    return new Glob(glob).translated();
  }

  private String translated() {
    while (at < glob.length()) {
      char c = glob.charAt(at);
      boolean begins = at == 0 || glob.charAt(at - 1) == '/';
      if (begins && glob.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (begins && glob.startsWith("**", at) && at + 2 == glob.length()) {
        regex.append(".*");
        at += 2;
      } else if (c == '*') {
        regex.append("[^/]*");
        at++;
      } else if (c == '?') {
        regex.append("[^/]");
        at++;
      } else if (c == '[') {
        at++;
        set();
      } else {
        literal();
      }
    }
    return regex.toString();
  }

  /** One character; a backslash takes the next for what it is. */
  private void literal() {
    if (glob.charAt(at) == '\\') {
      at++;
    }
    regex.append(Pattern.quote(String.valueOf(next())));
  }

  /** What stands between brackets; a bracket right at the start is one of the characters. */
  private void set() {
    boolean not = at < glob.length() && "!^".indexOf(glob.charAt(at)) >= 0;
    at += not ? 1 : 0;
    regex.append(not ? "[^/" : "(?!/)[");
    for (boolean first = true; first || peek() != ']'; first = false) {
      if (glob.startsWith("[:", at) && glob.indexOf(":]", at) > 0) {
        int end = glob.indexOf(":]", at);
        regex.append(posix(glob.substring(at + 2, end)));
        at = end + 2;
      } else {
        char from = member();
        boolean isRange = peek() == '-' && at + 1 < glob.length() && glob.charAt(at + 1) != ']';
        at += isRange ? 1 : 0;
        char to = isRange ? member() : from;
        if (from <= to) { // a range that runs backwards holds nothing
          regex.append(escaped(from)).append('-').append(escaped(to));
        }
      }
    }
    at++;
    regex.append(']');
  }

  private char member() {
    if (peek() == '\\') {
      at++;
    }
    return next();
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= glob.length()) {
      throw new PatternSyntaxException("it ends too early", glob, at);
    }
    return glob.charAt(at);
  }

  private static String escaped(char c) {
    return String.format("\\u%04x", (int) c);
  }

  private String posix(String name) {
    return switch (name) {
      case "alpha" -> "\\p{Alpha}";
      case "digit" -> "\\p{Digit}";
      case "alnum" -> "\\p{Alnum}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "punct" -> "\\p{Punct}";
      case "space" -> "\\p{Space}";
      case "blank" -> "\\p{Blank}";
      case "cntrl" -> "\\p{Cntrl}";
      case "graph" -> "\\p{Graph}";
      case "print" -> "\\p{Print}";
      case "xdigit" -> "\\p{XDigit}";
      default -> throw new PatternSyntaxException("no class of characters", glob, at);
    };
  }
}
