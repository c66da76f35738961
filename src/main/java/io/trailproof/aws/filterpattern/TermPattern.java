package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.function.Function;

/** Words and phrases, looked for as substrings of the raw message. */
public record TermPattern(List<Term> terms) implements FilterPattern {
  public TermPattern {
    terms = List.copyOf(terms);
  }

  /** How a term counts. */
  public enum Mode {
    REQUIRED(""),
    EXCLUDED("-"),
    OPTIONAL("?");

    private final String sign;

    Mode(String sign) {
      this.sign = sign;
    }
  }

  /** One word or phrase. */
  public record Term(Mode mode, String text, Range at) {
    String print() {
      boolean word = text.codePoints().allMatch(Chars::isWord);
      return mode.sign + (word ? text : '"' + text + '"');
    }
  }

  /**
   * {@code ?} terms are alternatives only if every term has {@code ?}; otherwise they are ignored
   * (recorded, filter-patterns §2.5).
   */
  public boolean isAlternatives() {
    return terms.stream().allMatch(term -> term.mode == Mode.OPTIONAL);
  }

  @Override
  public Truth matches(String message) {
    if (isAlternatives()) {
      return Truth.of(terms.stream().anyMatch(term -> message.contains(term.text)));
    }
    return Truth.of(
        terms.stream()
            .filter(term -> term.mode != Mode.OPTIONAL)
            .allMatch(term -> message.contains(term.text) == (term.mode == Mode.REQUIRED)));
  }

  @Override
  public String print() {
    StringBuilder out = new StringBuilder();
    for (Term term : terms) {
      if (out.length() > 0 && term.mode == Mode.REQUIRED) {
        out.append(' ');
      }
      out.append(term.print());
    }
    return out.toString();
  }

  @Override
  public <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty) {
    return terms.apply(this);
  }
}
