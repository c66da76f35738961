package io.trailproof.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A difference of a file as {@code patch -p1} and {@code git apply} take it. */
public final class UnifiedDiff {
  private static final int AROUND = 3;

  private final String name;
  private final List<String> lines = new ArrayList<>();

  private UnifiedDiff(String name) {
    this.name = name;
  }

  /** What the edits of a file change; nothing where they change nothing. */
  public static UnifiedDiff of(EditedFile edited) {
    return between(edited.file().name(), edited.file().text(), edited.text());
  }

  /** What differs in two states of a file. */
  public static UnifiedDiff between(String name, String before, String after) {
    UnifiedDiff diff = new UnifiedDiff(name);
    List<String> old = LineDiff.lines(before);
    List<String> now = LineDiff.lines(after);
    List<LineDiff.Change> hunk = new ArrayList<>();
    for (LineDiff.Change change : LineDiff.of(old, now)) {
      if (!hunk.isEmpty() && change.from() - hunk.get(hunk.size() - 1).to() > 2 * AROUND) {
        diff.hunk(hunk, old, now);
        hunk.clear();
      }
      hunk.add(change);
    }
    if (!hunk.isEmpty()) {
      diff.hunk(hunk, old, now);
    }
    return diff;
  }

  private void hunk(List<LineDiff.Change> changes, List<String> old, List<String> now) {
    LineDiff.Change first = changes.get(0);
    LineDiff.Change last = changes.get(changes.size() - 1);
    int lead = Math.min(AROUND, first.from());
    int from = first.from() - lead;
    int to = Math.min(old.size(), last.to() + AROUND);
    int newFrom = first.newFrom() - lead;
    int newTo = last.newTo() + to - last.to();
    lines.add("@@ -" + range(from, to) + " +" + range(newFrom, newTo) + " @@\n");
    int at = from;
    for (LineDiff.Change change : changes) {
      add(' ', old.subList(at, change.from()));
      add('-', old.subList(change.from(), change.to()));
      add('+', now.subList(change.newFrom(), change.newTo()));
      at = change.to();
    }
    add(' ', old.subList(at, to));
  }

  /** Where lines stand: of none, behind which. */
  private static String range(int from, int to) {
    int count = to - from;
    int first = count == 0 ? from : from + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }

  private void add(char sign, List<String> some) {
    for (String line : some) {
      lines.add(
          line.endsWith("\n") ? sign + line : sign + line + "\n\\ No newline at end of file\n");
    }
  }

  /** The name of the file, as the user gave it. */
  public String name() {
    return name;
  }

  /** True if nothing differs. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** True if something holds of one of its lines. */
  public boolean any(Predicate<String> test) {
    return lines.stream().anyMatch(test);
  }

  /** All of it; empty where nothing differs. */
  public String text() {
    return isEmpty()
        ? ""
        : "--- " + shown("a/") + "\n+++ " + shown("b/") + "\n" + String.join("", lines);
  }

  /** A name with blanks ends with a tab, so that nothing behind it is taken for a part of it. */
  private String shown(String side) {
    String path = name.replace('\\', '/');
    while (path.startsWith("/") || path.startsWith("./")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    return side + path + (path.indexOf(' ') >= 0 ? "\t" : "");
  }
}
