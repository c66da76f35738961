package io.trailproof.edit;

/** Names in the text of a file. */
final class NameCount {
  private NameCount() {}

  /** How often a name is in a text, as a whole. */
  static long count(String text, String name) {
    long count = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean isWhole = end == text.length() || !isPart(text.charAt(end));
      boolean isFirst = at == 0 || !isPart(text.charAt(at - 1));
      count += isWhole && isFirst ? 1 : 0;
    }
    return count;
  }

  private static boolean isPart(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }
}
