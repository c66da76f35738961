package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The values that a window has passed, for those that want to know what is in them: a short text
 * with nothing to decode is taken as it is, all else the parser tells. What the window has let go
 * of is read again.
 */
final class WindowParts {
  /** Characters of a text that is taken as it is. */
  private static final int SHORT = 128;

  private final SourceFile file;
  private final ByteWindow window;
  private final char[] letters = new char[SHORT];

  WindowParts(ByteWindow window) {
    this.file = window.file();
    this.window = window;
  }

  /** A text, given with its quotes. */
  String text(long from, long to) throws BrokenJson {
    int length = plain(from + 1, to - 1);
    return length >= 0 ? new String(letters, 0, length) : decoded(from, to);
  }

  /** The text of a scalar as the parser decodes it. */
  String decoded(long from, long to) throws BrokenJson {
    try (JsonCursor part = cursor(from, to)) {
      return part.text();
    }
  }

  /** What is decided of a text, given with its quotes. */
  boolean isWanted(long from, long to, Decisions wanted) throws BrokenJson {
    int length = plain(from + 1, to - 1);
    if (length >= 0) {
      return wanted.test(letters, 0, length);
    }
    char[] text = decoded(from, to).toCharArray();
    return wanted.test(text, 0, text.length);
  }

  /** True if a text, given with its quotes, is another one in ASCII. */
  boolean isText(long from, long to, String other) throws BrokenJson {
    if (to - from - 2 < other.length()) {
      return false; // nothing is written shorter than it is
    }
    int length = plain(from + 1, to - 1);
    if (length < 0) {
      return decoded(from, to).equals(other);
    }
    if (length != other.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (letters[i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes over a text in which nothing has to be decoded.
   *
   * @return its length; -1 if only the parser can tell it
   */
  private int plain(long from, long to) {
    int first = window.find(from);
    if (first < 0 || to - from > SHORT) {
      return -1;
    }
    byte[] bytes = window.bytes();
    int length = (int) (to - from);
    for (int i = 0; i < length; i++) {
      byte letter = bytes[first + i];
      if (letter < ' ' || letter == '\\') {
        return -1;
      }
      letters[i] = (char) letter;
    }
    return length;
  }

  /** A cursor on the first token of a part. */
  JsonCursor cursor(long from, long to) throws BrokenJson {
    int first = window.find(from);
    return first < 0
        ? JsonCursor.part(file, again(from, to), 0, (int) (to - from), from)
        : JsonCursor.part(file, window.bytes(), first, (int) (to - from), from);
  }

  private byte[] again(long from, long to) throws BrokenJson {
    try {
      byte[] bytes = file.bytes(from, to);
      if (bytes.length == to - from) {
        return bytes;
      }
      throw new BrokenJson(DocumentError.tooLarge(file, Integer.MAX_VALUE));
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), from));
    }
  }
}
