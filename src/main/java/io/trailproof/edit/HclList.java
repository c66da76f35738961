package io.trailproof.edit;

import io.trailproof.input.terraform.hcl.HclItems;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A list in a {@code .tf} file that gets elements more. */
final class HclList {
  private final SourceLines lines;
  private final Span list;
  private final List<Span> items;

  HclList(SourceLines lines, Span list) {
    this.lines = lines;
    this.list = list;
    this.items = HclItems.of(list);
  }

  /** What the lines of an element begin with. */
  String indent() {
    return items.isEmpty()
        ? lines.indent(list.start())
        : lines.indent(isBelow() ? last().start() : last().end());
  }

  /** True if each element begins a line. */
  private boolean isBelow() {
    return lines.isBlank(lines.start(last().start()), last().start());
  }

  private Span last() {
    return items.get(items.size() - 1);
  }

  /** The list with elements behind its own. */
  List<TextEdit> with(List<String> more) {
    if (items.isEmpty()) {
      return List.of(edit(list.start(), list.end(), "[" + String.join(", ", more) + "]"));
    }
    long end = last().end();
    if (!isBelow()) {
      return behind(lines, last(), more, "");
    }
    if (lines.at(end) == ',') {
      StringBuilder text = new StringBuilder();
      more.forEach(one -> text.append(indent()).append(one).append(",\n"));
      long next = lines.next(end);
      return List.of(edit(next, next, text.toString()));
    }
    StringBuilder text = new StringBuilder();
    more.forEach(one -> text.append(",\n").append(indent()).append(one));
    return List.of(edit(end, end, text.toString()));
  }

  /**
   * Items behind one that shares lines with them; {@code terraform fmt} has the line between two
   * objects as far in as what they hold.
   *
   * @param close what follows the last
   */
  static List<TextEdit> behind(SourceLines lines, Span last, List<String> more, String close) {
    List<TextEdit> edits = new ArrayList<>();
    long end = last.end();
    long line = lines.start(end);
    boolean isLong = more.get(0).indexOf('\n') >= 0;
    if (isLong && lines.isBlank(line, end - 1) && line > last.start()) {
      edits.add(new TextEdit(lines.file().span(line, line), "  "));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < more.size(); i++) {
      int brace = more.get(i).lastIndexOf('\n') + 1;
      boolean isMoved = brace > 0 && i < more.size() - 1;
      text.append(", ").append(more.get(i), 0, brace).append(isMoved ? "  " : "");
      text.append(more.get(i).substring(brace));
    }
    edits.add(new TextEdit(lines.file().span(end, end), lines.broken(text + close)));
    return edits;
  }

  private TextEdit edit(long from, long to, String text) {
    return new TextEdit(lines.file().span(from, to), lines.broken(text));
  }
}
