package io.trailproof.report.markdown;

import io.trailproof.report.summary.Phrase;
import io.trailproof.report.text.CleanText;
import java.util.Locale;

/**
 * Text as GitHub's Markdown shows it, letter by letter: nothing in it becomes markup, a mention, an
 * issue or a link.
 *
 * <p>What is the user's is always code. In a table a code span would be split at {@code |} whatever
 * one does, so that there every sign is an entity.
 */
public final class MarkdownText {
  /** Signs that begin nothing, even in GitHub's Markdown. */
  private static final String HARMLESS = " .,;()'%-/?…–⏎▼▲";

  private static final int LONGEST_ADDRESS = 200;

  private MarkdownText() {}

  /** A phrase between others, outside of tables. */
  public static String of(Phrase phrase) {
    return set(phrase, false);
  }

  /** A phrase in a cell of a table. */
  public static String inCell(Phrase phrase) {
    return set(phrase, true);
  }

  private static String set(Phrase phrase, boolean inTable) {
    StringBuilder text = new StringBuilder();
    for (Phrase.Piece piece : phrase.pieces()) {
      text.append(
          switch (piece.kind()) {
            case PLAIN -> plain(piece.text());
            case STRONG -> "**" + plain(piece.text()) + "**";
            case CODE -> inTable ? cell(piece.text()) : code(piece.text());
          });
    }
    return text.toString();
  }

  /** Words of ours, in which something of the user's may have come along. */
  public static String plain(String text) {
    String clean = CleanText.line(text);
    StringBuilder safe = new StringBuilder(clean.length());
    boolean link = clean.contains("://") || clean.toLowerCase(Locale.ROOT).contains("www.");
    clean
        .codePoints()
        .forEach(
            c -> {
              boolean asItIs =
                  Character.isLetterOrDigit(c)
                      || c > '~'
                      || (c == ':' && !link)
                      || (HARMLESS.indexOf(c) >= 0 && !(link && (c == '/' || c == '.')));
              if (asItIs) {
                safe.appendCodePoint(c);
              } else {
                safe.append("&#").append(c).append(';');
              }
            });
    return safe.toString();
  }

  /** The user's words as a code span, outside of tables. */
  public static String code(String text) {
    String clean = CleanText.line(text).replace("@", "@\u200b");
    String fence = "`".repeat(longestRun(clean) + 1);
    boolean padded =
        clean.isEmpty()
            || clean.startsWith("`")
            || clean.endsWith("`")
            || (clean.startsWith(" ") && clean.endsWith(" "));
    String pad = padded ? " " : "";
    return fence + pad + clean + pad + fence;
  }

  /** The user's words in a cell of a table. */
  public static String cell(String text) {
    StringBuilder safe = new StringBuilder("<code>");
    CleanText.cut(CleanText.whole(text), LONGEST_ADDRESS)
        .codePoints()
        .forEach(
            c -> {
              boolean asItIs =
                  (c >= 'a' && c <= 'z')
                      || (c >= 'A' && c <= 'Z')
                      || (c >= '0' && c <= '9')
                      || c == ' '
                      || c > '~';
              if (asItIs) {
                safe.appendCodePoint(c);
              } else {
                safe.append("&#").append(c).append(';');
              }
            });
    return safe.append("</code>").toString();
  }

  /** Lines as they are, in a fence that none of them can close. */
  public static String fenced(Iterable<String> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    String fence = "`".repeat(Math.max(3, longestRun(body.toString()) + 1));
    return fence + "\n" + body + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
