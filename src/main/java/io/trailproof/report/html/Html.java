package io.trailproof.report.html;

import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Station;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** Words, signs and code as the page sets them. */
final class Html {
  private static final int LONGEST_ADDRESS = 200;

  /** What is longer stands on lines of its own. */
  private static final int LONGEST_IN_LINE = 80;

  private static final Pattern ALTERNATIVE = Pattern.compile("(?<=\\|\\||&&)");

  private Html() {}

  /** A phrase; the user's words are code. */
  static void phrase(Phrase phrase, Markup page) {
    for (Phrase.Piece piece : phrase.pieces()) {
      switch (piece.kind()) {
        case PLAIN -> page.text(CleanText.line(piece.text()));
        case STRONG -> page.element("b", CleanText.line(piece.text()));
        case CODE -> code(piece.text(), page);
      }
    }
  }

  /** A message of ours, with the user's words in backticks. */
  static void message(String message, Markup page) {
    phrase(Phrase.message(message).capital(), page);
  }

  /** The user's words; long ones can be broken after each alternative. */
  static void code(String text, Markup page) {
    String clean = CleanText.whole(text);
    if (clean.length() <= LONGEST_IN_LINE) {
      page.element("code", clean);
      return;
    }
    page.open("code", "class", "long");
    List<String> parts = ALTERNATIVE.splitAsStream(clean).toList();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        page.empty("wbr");
      }
      page.text(parts.get(i));
    }
    page.close();
  }

  /** An address. */
  static void address(String address, Markup page) {
    page.element("code", CleanText.cut(CleanText.whole(address), LONGEST_ADDRESS));
  }

  /** A sign beside a word that says the same. */
  static void icon(Icon icon, Markup page) {
    page.own(
        "<svg class=\"icon "
            + icon.ink()
            + "\" width=\"15\" height=\"15\" aria-hidden=\"true\"><use href=\"#"
            + icon.id()
            + "\"/></svg> ");
  }

  /** A sign alone. */
  static void lonelyIcon(Icon icon, Markup page) {
    page.own(
        "<svg class=\"icon "
            + icon.ink()
            + "\" width=\"15\" height=\"15\" role=\"img\" aria-label=\""
            + icon.word()
            + "\"><use href=\"#"
            + icon.id()
            + "\"/></svg>");
  }

  /** A word that browsers mark even without styles. */
  static void marked(Icon icon, String word, Markup page) {
    icon(icon, page);
    page.element("mark", word);
  }

  static Icon icon(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Icon.PROVEN;
      case FAIL -> Icon.BROKEN;
      case UNKNOWN -> Icon.UNKNOWN;
    };
  }

  static Icon icon(Station.State state) {
    return switch (state) {
      case HOLDS, WOULD_HOLD -> Icon.PROVEN;
      case BREAKS -> Icon.BROKEN;
      case UNKNOWN -> Icon.UNKNOWN;
      case NOT_REACHED -> Icon.NONE;
    };
  }

  /** The class of what has a verdict's colours. */
  static String tone(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "good";
      case FAIL -> "bad";
      case UNKNOWN -> "open";
    };
  }
}
