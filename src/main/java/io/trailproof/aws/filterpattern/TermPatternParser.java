package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.TermPattern.Mode;
import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Cursor;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Refused;
import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads words and phrases; {@code -} and {@code ?} begin a new term even without a blank (recorded,
 * filter-patterns §1.4).
 */
final class TermPatternParser {
  private final Cursor cursor;

  TermPatternParser(Cursor cursor) {
    this.cursor = cursor;
  }

  TermPattern parse() {
    List<TermPattern.Term> terms = new ArrayList<>();
    while (!cursor.atEnd()) {
      terms.add(term());
      boolean apart = cursor.blanks();
      if (!apart && !cursor.atEnd() && cursor.peek() != '-' && cursor.peek() != '?') {
        throw bad();
      }
    }
    return new TermPattern(terms);
  }

  private TermPattern.Term term() {
    int start = cursor.at();
    Mode mode = cursor.take("-") ? Mode.EXCLUDED : cursor.take("?") ? Mode.OPTIONAL : Mode.REQUIRED;
    String text = cursor.peek() == '"' ? phrase() : cursor.takeWhile(Chars::isWord);
    if (text.isEmpty()) {
      throw bad();
    }
    return new TermPattern.Term(mode, text, new Range(start, cursor.at()));
  }

  private String phrase() {
    int start = cursor.at();
    int close = cursor.find('"', start + 1);
    if (close < 0) {
      throw Refused.at(
          Code.UNCLOSED_QUOTE, "the phrase is never closed", start, cursor.end(), "`\"`");
    }
    if (close == start + 1) {
      throw Refused.at(Code.EMPTY_PHRASE, "a phrase cannot be empty", start, close + 1, "a text");
    }
    cursor.moveTo(close + 1);
    return cursor.between(start + 1, close);
  }

  private Refused bad() {
    int start = cursor.at();
    if (cursor.atEnd() || Chars.isBlank(cursor.peek())) {
      return Refused.at(
          Code.BAD_TERM,
          "a term is missing",
          Math.max(0, start - 1),
          start,
          "a word",
          "a phrase in `\"`");
    }
    String bad = new String(Character.toChars(cursor.between(start, cursor.end()).codePointAt(0)));
    boolean json = cursor.find('$', start) >= 0;
    String instead = json ? "`{` and `}` around a JSON pattern" : "a phrase in `\"`";
    return Refused.at(
        Code.BAD_TERM,
        "`" + bad + "` cannot stand in a term without quotes",
        start,
        start + bad.length(),
        instead);
  }
}
