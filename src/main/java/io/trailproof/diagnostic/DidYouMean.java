package io.trailproof.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The nearest known name to an unknown one, when it is near enough to be a slip. */
public final class DidYouMean {
  private DidYouMean() {}

  /** The nearest of some names; empty when none is within a third of its length. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(1, word.length() / 3) + 1;
    for (String name : known) {
      int distance =
          distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), bestDistance);
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** True if a word is another one but for case, or for one letter. */
  public static boolean isSlip(String word, String known) {
    int shorter = Math.min(word.length(), known.length());
    int longer = Math.max(word.length(), known.length());
    if (longer - shorter > 1 || word.equals(known)) {
      return false;
    }
    int before = 0;
    while (before < shorter && isSame(word.charAt(before), known.charAt(before))) {
      before++;
    }
    int after = 0;
    while (after < shorter - before
        && isSame(
            word.charAt(word.length() - 1 - after), known.charAt(known.length() - 1 - after))) {
      after++;
    }
    return longer - before - after <= 1;
  }

  private static boolean isSame(char one, char other) {
    return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
  }

  /** {@code did you mean `x`?}, or a list of what there is. */
  public static String help(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "did you mean `" + name + "`?")
        .orElse("known: " + String.join(", ", known.stream().sorted().toList()));
  }

  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
