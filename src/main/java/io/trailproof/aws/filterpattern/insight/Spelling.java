package io.trailproof.aws.filterpattern.insight;

import java.util.Optional;

/**
 * How far apart two words are: characters inserted, left out, replaced, or swapped with their
 * neighbour.
 */
final class Spelling {
  private Spelling() {}

  /** The first of the words that are nearest and not farther than this. */
  static Optional<String> nearest(String word, Iterable<String> words, int farthest) {
    Optional<String> nearest = Optional.empty();
    int best = farthest + 1;
    for (String candidate : words) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(word, candidate);
        if (distance < best) {
          best = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[left.length()][right.length()];
  }
}
