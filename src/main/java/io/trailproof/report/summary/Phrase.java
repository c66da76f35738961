package io.trailproof.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of ours with words of the user's in it, before it becomes HTML or Markdown.
 *
 * @param pieces in order
 */
public record Phrase(List<Piece> pieces) {
  /** How a piece is set. */
  public enum Kind {
    /** Our words. */
    PLAIN,
    /** Our words, set to be seen first. */
    STRONG,
    /** The user's words. */
    CODE
  }

  /** A piece of one kind. */
  public record Piece(Kind kind, String text) {}

  public Phrase {
    pieces = List.copyOf(pieces);
  }

  /** A phrase of our words. */
  public static Phrase plain(String text) {
    return new Phrase(List.of(new Piece(Kind.PLAIN, text)));
  }

  /** A phrase of our words to be seen first. */
  public static Phrase strong(String text) {
    return new Phrase(List.of(new Piece(Kind.STRONG, text)));
  }

  /** A phrase of the user's words. */
  public static Phrase code(String text) {
    return new Phrase(List.of(new Piece(Kind.CODE, text)));
  }

  /** A message of ours: what stands in backticks is the user's. An odd backtick stays as it is. */
  public static Phrase message(String message) {
    List<Piece> pieces = new ArrayList<>();
    String[] parts = message.split("`", -1);
    int last = parts.length % 2 == 0 ? parts.length - 1 : parts.length;
    for (int i = 0; i < last; i++) {
      if (!parts[i].isEmpty()) {
        pieces.add(new Piece(i % 2 == 0 ? Kind.PLAIN : Kind.CODE, parts[i]));
      }
    }
    if (last < parts.length) {
      pieces.add(new Piece(Kind.PLAIN, "`" + parts[last]));
    }
    return new Phrase(pieces);
  }

  /** The two in a row. */
  public Phrase then(Phrase next) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(next.pieces);
    return new Phrase(all);
  }

  /** The same and our words. */
  public Phrase then(String text) {
    return text.isEmpty() ? this : then(plain(text));
  }

  /** The same with a capital where it begins with our words. */
  public Phrase capital() {
    if (pieces.isEmpty() || pieces.get(0).kind() == Kind.CODE || pieces.get(0).text().isEmpty()) {
      return this;
    }
    List<Piece> all = new ArrayList<>(pieces);
    Piece first = all.get(0);
    int end = first.text().offsetByCodePoints(0, 1);
    all.set(
        0,
        new Piece(
            first.kind(),
            first.text().substring(0, end).toUpperCase(Locale.ROOT) + first.text().substring(end)));
    return new Phrase(all);
  }

  /** The words alone, the user's in backticks. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.kind() == Kind.CODE ? "`" + piece.text() + "`" : piece.text());
    }
    return text.toString();
  }
}
