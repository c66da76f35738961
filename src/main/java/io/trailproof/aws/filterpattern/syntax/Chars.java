package io.trailproof.aws.filterpattern.syntax;

/** The classes of characters that the grammar names (filter-patterns §1). */
public final class Chars {
  private Chars() {}

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isAlphanumeric(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** In a selector's name. */
  public static boolean isName(int c) {
    return isAlphanumeric(c) || c == '_' || c == '-';
  }

  /** In the name of a field of a line. */
  public static boolean isFieldName(int c) {
    return isAlphanumeric(c) || c == '_';
  }

  /** In an unquoted value. */
  public static boolean isBare(int c) {
    return isAlphanumeric(c) || c == '_' || c == '.' || c == '*';
  }

  /** In an unquoted value, with unknown effect (filter-patterns §8). */
  public static boolean isDoubtful(int c) {
    return c == '-' || c == '/' || c == '@' || c > 0x7f;
  }

  /**
   * In a word of an unstructured pattern; letters of all scripts (recorded, filter-patterns §1.4).
   */
  public static boolean isWord(int c) {
    return c == '_' || c == '.' || Character.isLetterOrDigit(c);
  }

  public static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
