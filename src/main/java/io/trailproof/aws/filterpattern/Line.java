package io.trailproof.aws.filterpattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A message split at blanks; {@code "..."} and {@code [...]} are single words without their
 * delimiters, and the next word may follow at once (recorded, §2.6).
 *
 * @param starts where each word, delimiter included, begins
 */
record Line(String text, List<String> words, List<Integer> starts) {
  static Line of(String text) {
    List<String> words = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    boolean quoteOpen = true;
    boolean bracketOpen = true;
    int at = 0;
    while (true) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        return new Line(text, words, starts);
      }
      starts.add(at);
      char c = text.charAt(at);
      int close = -1;
      if (c == '"' && quoteOpen) {
        close = text.indexOf('"', at + 1);
        quoteOpen = close >= 0;
      } else if (c == '[' && bracketOpen) {
        close = text.indexOf(']', at + 1);
        bracketOpen = close >= 0;
      }
      if (close >= 0) {
        words.add(text.substring(at + 1, close));
        at = close + 1;
      } else {
        int end = at;
        while (end < text.length() && !isBlank(text.charAt(end))) {
          end++;
        }
        words.add(text.substring(at, end));
        at = end;
      }
    }
  }

  /** The word at this place if it is the last, else all that begins with it. */
  String from(int word) {
    return word == words.size() - 1
        ? words.get(word)
        : text.substring(starts.get(word)).stripTrailing();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
