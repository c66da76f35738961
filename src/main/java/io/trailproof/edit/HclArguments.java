package io.trailproof.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one block, in order, with some of them changed: where blanks before an equals
 * sign have to be others, so that what was aligned stays so, as {@code terraform fmt} has it.
 */
final class HclArguments {
  private final SourceLines lines;
  private final List<Line> before;
  private final List<Line> after;

  /**
   * An argument.
   *
   * @param sign where its equals sign stands; negative for a new one
   * @param isApart true if something stands between it and the argument before
   * @param isLong true if its value has several lines
   */
  record Line(String name, long named, long sign, boolean isApart, boolean isLong) {
    boolean isNew() {
      return sign < 0;
    }
  }

  HclArguments(SourceLines lines, List<Line> before, List<Line> after) {
    this.lines = lines;
    this.before = before;
    this.after = after;
  }

  /** The blanks between name and sign of what is new. */
  Map<Line, Integer> ofNew() {
    Map<Line, Integer> blanks = new LinkedHashMap<>();
    for (List<Line> group : groups(after)) {
      if (group.stream().anyMatch(Line::isNew)) {
        boolean isKept = isKept(group);
        int widest = widest(group);
        int shown =
            isKept
                ? widest
                : group.stream()
                    .filter(one -> !one.isNew())
                    .findFirst()
                    .map(this::signed)
                    .orElse(widest);
        group.stream()
            .filter(Line::isNew)
            .forEach(one -> blanks.put(one, Math.max(1, shown + 1 - one.name().length())));
      }
    }
    return blanks;
  }

  /** What was aligned, and is so no more. */
  List<TextEdit> moved() {
    List<TextEdit> edits = new ArrayList<>();
    for (List<Line> group : groups(after)) {
      if (isKept(group) && isTouched(group)) {
        int widest = widest(group);
        for (Line one : group) {
          int wanted = widest + 1 - one.name().length();
          if (!one.isNew() && blanks(one) != wanted) {
            long end = one.sign();
            edits.add(new TextEdit(lines.file().span(end - blanks(one), end), " ".repeat(wanted)));
          }
        }
      }
    }
    return edits;
  }

  private boolean isTouched(List<Line> group) {
    return !groups(before).contains(group);
  }

  /** True if all of a group that was there before was aligned then. */
  private boolean isKept(List<Line> group) {
    for (List<Line> old : groups(before)) {
      int widest = widest(old);
      for (Line one : old) {
        if (has(group, one) && blanks(one) != widest + 1 - one.name().length()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean has(List<Line> group, Line one) {
    return group.stream().anyMatch(each -> each.sign() == one.sign());
  }

  private int blanks(Line one) {
    return (int) (one.sign() - one.named()) - one.name().length();
  }

  private int signed(Line one) {
    return one.name().length() + blanks(one) - 1;
  }

  private static int widest(List<Line> group) {
    return group.stream().mapToInt(one -> one.name().length()).max().orElse(0);
  }

  /** Lines below each other, of which each has an argument of one line. */
  private static List<List<Line>> groups(List<Line> all) {
    List<List<Line>> groups = new ArrayList<>();
    @Nullable List<Line> open = null;
    for (Line one : all) {
      if (one.isLong()) {
        groups.add(List.of(one));
        open = null;
        continue;
      }
      if (open == null || one.isApart()) {
        open = new ArrayList<>();
        groups.add(open);
      }
      open.add(one);
    }
    return groups;
  }
}
