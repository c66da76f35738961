package io.trailproof.report.text;

/**
 * Text that may come from an input, made harmless for readers that are no terminal.
 *
 * <p>Line ends become a sign; control characters and those that turn the direction of writing are
 * shown as {@code \}{@code u001b} and the like; what is longer than anybody reads is cut in the
 * middle.
 */
public final class CleanText {
  private static final Style FULL = new Style(false, true);

  /** Characters of one text that are shown at most. */
  private static final int LONGEST = 500;

  private static final String CUT = "…";

  private CleanText() {}

  /** The text on one line, without commands to any CI system, and not too long. */
  public static String line(String text) {
    return cut(whole(text), LONGEST);
  }

  /** The same, however long. */
  public static String whole(String text) {
    return Plain.text(text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎'), FULL);
  }

  /** The beginning and the end of what is longer than so many characters. */
  public static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int head = (most - 1) / 2;
    int tail = most - 1 - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + CUT
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }
}
