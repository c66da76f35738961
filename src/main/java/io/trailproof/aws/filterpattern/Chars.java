package io.trailproof.aws.filterpattern;

/** The classes of characters that the grammar names (filter-patterns §1). */
final class Chars {
  private Chars() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlphanumeric(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** In a selector's name. */
  static boolean isName(int c) {
    return isAlphanumeric(c) || c == '_' || c == '-';
  }

  /** In an unquoted value. */
  static boolean isBare(int c) {
    return isAlphanumeric(c) || c == '_' || c == '.' || c == '*';
  }

  /** In an unquoted value, with unknown effect (§8). */
  static boolean isDoubtful(int c) {
    return c == '-' || c == '/' || c == '@' || c > 0x7f;
  }

  /** In a word of an unstructured pattern; letters of all scripts (recorded, §1.4). */
  static boolean isWord(int c) {
    return c == '_' || c == '.' || Character.isLetterOrDigit(c);
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
