package io.trailproof.edit;

import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whole lines that go, with a blank line that nothing needs any more. */
final class LineCuts {
  private final SourceLines lines;
  private final List<Span> cuts = new ArrayList<>();

  LineCuts(SourceLines lines) {
    this.lines = lines;
  }

  /**
   * What a range holds goes, and its lines with it where nothing but a comment stands there too.
   */
  void add(Span what) {
    long start = lines.start(what.start());
    long end = lines.next(what.end());
    if (!lines.isBlank(start, what.start()) || !isRest(what.end(), lines.end(what.end()))) {
      cuts.add(what);
      return;
    }
    boolean isFirst = start > 0 && lines.at(lines.end(start - 1) - 1) == '{';
    boolean isParted = start > 0 && lines.isBlankLine(lines.start(start - 1));
    if ((isFirst || isParted) && lines.isBlankLine(end)) {
      end = lines.next(end);
    } else if (isParted && lines.at(end + lines.indent(end).length()) == '}') {
      start = lines.start(start - 1);
    }
    cuts.add(lines.file().span(start, end));
  }

  private boolean isRest(long from, long to) {
    long at = from;
    while (at < to && (lines.at(at) == ' ' || lines.at(at) == '\t')) {
      at++;
    }
    return at >= to || lines.at(at) == '#' || (lines.at(at) == '/' && lines.at(at + 1) == '/');
  }

  /** The cuts, none of which touches another. */
  List<TextEdit> edits() {
    List<Span> sorted = new ArrayList<>(cuts);
    sorted.sort(Comparator.comparingLong(Span::start));
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      long end = sorted.get(i).end();
      int last = i;
      while (last + 1 < sorted.size() && sorted.get(last + 1).start() < end) {
        end = Math.max(end, sorted.get(++last).end());
      }
      edits.add(new TextEdit(lines.file().span(sorted.get(i).start(), end), ""));
      i = last;
    }
    return edits;
  }
}
