package io.trailproof.input.opening;

import java.util.regex.Pattern;

/**
 * A pattern of paths as git and shells have them: a star stops at slashes, two stand for any
 * folders (gitignore(5)).
 */
final class Glob {
  private Glob() {}

  /**
   * The same as a regular expression over a path with slashes.
   *
   * @throws java.util.regex.PatternSyntaxException if a set of characters makes no sense
   */
  static Pattern pattern(String glob) {
    return Pattern.compile(regex(glob));
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
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      char c = glob.charAt(at);
      int end = c == '[' ? glob.indexOf(']', at + 2) : -1;
      if (glob.startsWith("**/", at) && (at == 0 || glob.charAt(at - 1) == '/')) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at) && at + 2 == glob.length()) {
        regex.append(".*");
        at += 2;
      } else if (c == '*') {
        regex.append("[^/]*");
        at++;
      } else if (c == '?') {
        regex.append("[^/]");
        at++;
      } else if (end > 0) {
        String set = glob.substring(at + 1, end).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        at = end + 1;
      } else {
        boolean escapes = c == '\\' && at + 1 < glob.length();
        regex.append(Pattern.quote(String.valueOf(escapes ? glob.charAt(at + 1) : c)));
        at += escapes ? 2 : 1;
      }
    }
    return regex.toString();
  }
}
