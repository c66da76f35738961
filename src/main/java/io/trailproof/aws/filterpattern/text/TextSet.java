package io.trailproof.aws.filterpattern.text;

import io.trailproof.aws.filterpattern.text.Program.Element;
import java.util.ArrayList;
import java.util.List;

/** The strings that one comparison of a pattern picks out. */
public sealed interface TextSet permits TextSet.ExactText, TextSet.TextGlob, Regex {
  boolean contains(String text);

  /** A few short strings that lie in the set or just beside it, readable ones first. */
  List<String> samples();

  /** What looking a text up takes, in about the time of one step of a search. */
  default long costOf(String text) {
    return 1 + text.length() / 32L;
  }

  /** The same set as an automaton reads it. */
  Program program();

  /** The set of one string. */
  record ExactText(String text) implements TextSet {
    @Override
    public boolean contains(String other) {
      return text.equals(other);
    }

    @Override
    public List<String> samples() {
      return List.of(text);
    }

    @Override
    public Program program() {
      return Program.anchored(Program.literal(text));
    }
  }

  /**
   * The strings that a text with wildcards stands for: its pieces in this order, anything between
   * two of them; the first piece begins the string, the last one ends it.
   */
  record TextGlob(List<String> pieces) implements TextSet {
    public TextGlob {
      pieces = List.copyOf(pieces);
      if (pieces.size() < 2) {
        throw new IllegalArgumentException("a glob has a wildcard");
      }
    }

    /** Every {@code *} is a wildcard. */
    public static TextGlob of(String pattern) {
      return new TextGlob(List.of(pattern.split("\\*", -1)));
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
}
