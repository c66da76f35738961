package io.trailproof.input.cloudformation.template;

import java.util.ArrayList;
import java.util.List;

/** The text of an {@code Fn::Sub}, cut into literal text and names. */
public final class SubText {
  private SubText() {}

  /**
   * A piece of the text.
   *
   * @param text literal text, or the name between the braces
   * @param from where the piece begins, braces included
   */
  public record Piece(boolean name, String text, int from, int to) {}

  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        pieces.add(new Piece(false, text.substring(at), at, text.length()));
        return pieces;
      }
      if (open > at) {
        pieces.add(new Piece(false, text.substring(at, open), at, open));
      }
      String inside = text.substring(open + 2, close);
      boolean literal = inside.startsWith("!");
      pieces.add(
          new Piece(
              !literal,
              literal ? "${" + inside.substring(1) + "}" : inside.strip(),
              open,
              close + 1));
      at = close + 1;
    }
    return pieces;
  }

  /** True if CloudFormation takes this as a name: letters, digits, dots and colons. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == ':' || c == '_');
  }
}
