package io.trailproof.starter;

/** A comment, in lines of a width that reads well. */
final class Remark {
  private static final int WIDTH = 100;

  private Remark() {}

  /**
   * The lines of a comment, each with its mark and line break; none of an empty text.
   *
   * @param text what breaks where it has to; lines that begin with a blank stay as they are
   */
  static String of(String text, String indent) {
    StringBuilder out = new StringBuilder();
    for (String line : text.isEmpty() ? new String[0] : text.split("\n", -1)) {
      if (line.isEmpty() || line.startsWith(" ")) {
        out.append((indent + "# " + line).stripTrailing()).append('\n');
      } else {
        wrap(line, indent + "#", out);
      }
    }
    return out.toString();
  }

  private static void wrap(String text, String mark, StringBuilder out) {
    StringBuilder line = new StringBuilder(mark);
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > mark.length()) {
        out.append(line).append('\n');
        line = new StringBuilder(mark);
      }
      line.append(' ').append(word);
    }
    out.append(line).append('\n');
  }
}
