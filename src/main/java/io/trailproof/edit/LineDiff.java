package io.trailproof.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines that two texts do not share, by Myers' algorithm: as few as there can be. */
final class LineDiff {
  /** Where texts differ in more lines than this, all between their common ends is one change. */
  private static final int MOST_DIFFERENCES = 2000;

  /**
   * Lines that are other lines now; counted from zero, the ends excluded.
   *
   * @param from the first of the old text
   * @param newFrom the first of the new text
   */
  record Change(int from, int to, int newFrom, int newTo) {}

  private final List<String> old;
  private final List<String> now;

  private LineDiff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /** The lines of a text, each with its end. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  /** What differs, in order. */
  static List<Change> of(List<String> old, List<String> now) {
    return new LineDiff(old, now).changes();
  }

  private List<Change> changes() {
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = old.size();
    int newEnd = now.size();
    while (end > start && newEnd > start && old.get(end - 1).equals(now.get(newEnd - 1))) {
      end--;
      newEnd--;
    }
    if (start == end && start == newEnd) {
      return List.of();
    }
    return between(start, end, newEnd);
  }

  /**
   * What differs behind a start that both share.
   *
   * @param end where the old text has nothing more of its own
   */
  private List<Change> between(int start, int end, int newEnd) {
    int length = end - start;
    int newLength = newEnd - start;
    int most = Math.min(length + newLength, MOST_DIFFERENCES);
    int[] reach = new int[2 * most + 3]; // by diagonal, how far into the old text
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(reach.clone());
      for (int k = -d; k <= d; k += 2) {
        int at = most + 1 + k;
        boolean isDown = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
        int x = isDown ? reach[at + 1] : reach[at - 1] + 1;
        while (x < length
            && x - k < newLength
            && x - k >= 0
            && old.get(start + x).equals(now.get(start + x - k))) {
          x++;
        }
        reach[at] = x;
        if (x >= length && x - k >= newLength) {
          return walked(start, length, newLength, most, trace);
        }
      }
    }
    return List.of(new Change(start, end, start, newEnd));
  }

  private static List<Change> walked(
      int start, int length, int newLength, int most, List<int[]> trace) {
    List<Change> steps = new ArrayList<>();
    int x = length;
    int y = newLength;
    for (int d = trace.size() - 1; d > 0; d--) {
      int[] reach = trace.get(d);
      int k = x - y;
      int at = most + 1 + k;
      boolean isDown = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
      int from = isDown ? reach[at + 1] : reach[at - 1];
      int newFrom = from - (isDown ? k + 1 : k - 1);
      steps.add(
          isDown
              ? new Change(start + from, start + from, start + newFrom, start + newFrom + 1)
              : new Change(start + from, start + from + 1, start + newFrom, start + newFrom));
      x = from;
      y = newFrom;
    }
    Collections.reverse(steps);
    return joined(steps);
  }

  private static List<Change> joined(List<Change> steps) {
    List<Change> changes = new ArrayList<>();
    for (Change step : steps) {
      int last = changes.size() - 1;
      if (last >= 0
          && changes.get(last).to() == step.from()
          && changes.get(last).newTo() == step.newFrom()) {
        Change before = changes.get(last);
        changes.set(last, new Change(before.from(), step.to(), before.newFrom(), step.newTo()));
      } else {
        changes.add(step);
      }
    }
    return changes;
  }
}
