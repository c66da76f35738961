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
}
