package io.trailproof.aws.filterpattern.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The strings that a text with wildcards stands for: its pieces in this order, anything between two
 * of them; the first piece begins the string, the last one ends it.
 */
public record Glob(List<String> pieces) implements TextSet {
  public Glob {
    pieces = List.copyOf(pieces);
    if (pieces.size() < 2) {
      throw new IllegalArgumentException("a glob has a wildcard");
    }
  }

  /** Every {@code *} is a wildcard. */
  public static Glob of(String pattern) {
    return new Glob(List.of(pattern.split("\\*", -1)));
  }

  /** True if any string at all is in the set. */
  public boolean isEverything() {
    return pieces.stream().allMatch(String::isEmpty);
  }

  @Override
  public boolean contains(String text) {
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (text.length() < first.length() + last.length()
        || !text.startsWith(first)
        || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    int end = text.length() - last.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length() > end) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  @Override
  public List<String> samples() {
    return List.of(
        String.join("", pieces), String.join("x", pieces), String.join("-other-", pieces));
  }

  @Override
  public Program program() {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        elements.add(Element.loop(CodePointSet.ALL));
      }
      elements.addAll(Program.literal(pieces.get(i)));
    }
    return Program.anchored(elements);
  }
}
