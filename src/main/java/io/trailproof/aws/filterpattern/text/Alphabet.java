package io.trailproof.aws.filterpattern.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Code points to try where many are alike: one of each kind, the most readable that there is. */
final class Alphabet {
  private static final int[] READABLE =
      "xabcdefghijklmnopqrstuvwyz0123456789XABCDEFGHIJKLMNOPQRSTUVWYZ-_./:@ ,;=#"
          .codePoints()
          .toArray();

  private Alphabet() {}

  static int readable(CodePointSet set) {
    for (int codePoint : READABLE) {
      if (set.contains(codePoint)) {
        return codePoint;
      }
    }
    for (int codePoint = ' '; codePoint < Character.MIN_SURROGATE; codePoint++) {
      if (set.contains(codePoint)) {
        return codePoint;
      }
    }
    for (int codePoint = 0; codePoint < ' '; codePoint++) {
      if (set.contains(codePoint)) {
        return codePoint;
      }
    }
    return 'x';
  }

  /** One code point for every interval that some automaton tells apart, readable ones first. */
  static int[] of(List<Automaton> automata) {
    TreeSet<Integer> bounds = new TreeSet<>();
    bounds.add(0);
    automata.forEach(
        a -> {
          for (int bound : a.bounds()) {
            bounds.add(bound);
          }
        });
    List<Integer> starts = new ArrayList<>(bounds);
    List<Integer> letters = new ArrayList<>();
    boolean[] taken = new boolean[starts.size()];
    for (int codePoint : READABLE) {
      int interval = interval(starts, codePoint);
      if (!taken[interval]) {
        taken[interval] = true;
        letters.add(codePoint);
      }
    }
    for (int i = 0; i < taken.length; i++) {
      int first = starts.get(i);
      boolean surrogate = first <= Character.MAX_VALUE && Character.isSurrogate((char) first);
      int codePoint = surrogate ? Character.MAX_SURROGATE + 1 : first;
      int end = i + 1 < taken.length ? starts.get(i + 1) : CodePointSet.LIMIT;
      if (!taken[i] && codePoint < end) {
        letters.add(codePoint);
      }
    }
    return letters.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int interval(List<Integer> starts, int codePoint) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.get(middle) <= codePoint) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
