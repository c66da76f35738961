package io.trailproof.report.summary;

import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Locale;

/** Numbers and lists as sentences have them. */
public final class Words {
  private Words() {}

  /** {@code 1 event}, {@code 16 events}; numbers over 9,999 with a comma. */
  public static String counted(int count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A number; over 9,999 with a comma. */
  public static String number(int number) {
    return number > 9_999 ? String.format(Locale.ROOT, "%,d", number) : Integer.toString(number);
  }

  /** The first so many names, and how many more there are. */
  public static String few(List<String> names, int most) {
    if (names.size() <= most) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
  }

  /** What becomes of so many events: {@code gets away}, {@code reach a subscriber}. */
  public static String fate(Verdict verdict, int count) {
    return switch (verdict) {
      case FAIL -> count == 1 ? "gets away" : "get away";
      case UNKNOWN -> "cannot be decided";
      case PASS -> count == 1 ? "reaches a subscriber" : "reach a subscriber";
    };
  }
}
