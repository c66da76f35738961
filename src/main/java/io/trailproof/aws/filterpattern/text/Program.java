package io.trailproof.aws.filterpattern.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Alternatives of element sequences, searched for anywhere in a text: all that the pattern language
 * can say about one string. It has no groups, so a sequence never nests and the automaton is a line
 * with loops.
 */
public record Program(List<List<Element>> alternatives) {
  public Program {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  static Program anchored(List<Element> middle) {
    List<Element> elements = new ArrayList<>(middle.size() + 2);
    elements.add(Element.start());
    elements.addAll(middle);
    elements.add(Element.end());
    return new Program(List.of(elements));
  }

  static List<Element> literal(String text) {
    return text.codePoints().mapToObj(c -> Element.one(CodePointSet.of(c))).toList();
  }

  /** One position of a {@link Program}: a character to consume, or an anchor to pass. */
  public record Element(Kind kind, CodePointSet set) {
    enum Kind {
      /** Exactly one character of the set. */
      ONE,
      /** At most one character of the set. */
      OPTIONAL,
      /** Any number of characters of the set. */
      LOOP,
      /** Passes only before the first character. */
      START,
      /** Passes only after the last character. */
      END
    }

    static Element one(CodePointSet set) {
      return new Element(Kind.ONE, set);
    }

    static Element optional(CodePointSet set) {
      return new Element(Kind.OPTIONAL, set);
    }

    static Element loop(CodePointSet set) {
      return new Element(Kind.LOOP, set);
    }

    static Element start() {
      return new Element(Kind.START, CodePointSet.NONE);
    }

    static Element end() {
      return new Element(Kind.END, CodePointSet.NONE);
    }
  }
}
