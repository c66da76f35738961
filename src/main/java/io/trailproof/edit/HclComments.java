package io.trailproof.edit;

import io.trailproof.input.terraform.hcl.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Comments behind arguments below each other, which stay aligned where the expressions before them
 * get longer or shorter.
 */
final class HclComments {
  private final SourceLines lines;
  private final Map<String, String> replaced;

  /**
   * Comments of one block.
   *
   * @param replaced the expressions that arguments get
   */
  HclComments(SourceLines lines, Map<String, String> replaced) {
    this.lines = lines;
    this.replaced = replaced;
  }

  /** The blanks that are others. */
  List<TextEdit> moved(List<Attribute> arguments) {
    List<TextEdit> edits = new ArrayList<>();
    List<Attribute> group = new ArrayList<>();
    for (Attribute one : arguments) {
      boolean isBelow =
          !group.isEmpty()
              && lines.next(group.get(group.size() - 1).whole().end())
                  == lines.start(one.named().start());
      if (!isBelow || comment(one) < 0) {
        edits.addAll(group(group));
        group.clear();
      }
      if (comment(one) >= 0) {
        group.add(one);
      }
    }
    edits.addAll(group(group));
    return edits;
  }

  private List<TextEdit> group(List<Attribute> group) {
    List<TextEdit> edits = new ArrayList<>();
    long before = group.stream().mapToLong(this::width).max().orElse(0);
    boolean isAligned =
        group.stream().allMatch(one -> width(one) + blanks(one) == before + 1 && !isLong(one));
    long after = group.stream().mapToLong(this::newWidth).max().orElse(0);
    for (Attribute one : group) {
      long wanted = after + 1 - newWidth(one);
      if (isAligned && wanted != blanks(one)) {
        edits.add(
            new TextEdit(
                lines.file().span(one.whole().end(), comment(one)), " ".repeat((int) wanted)));
      }
    }
    return edits;
  }

  private boolean isLong(Attribute one) {
    return lines.text(one.named().start(), one.whole().end()).indexOf('\n') >= 0
        || replaced.getOrDefault(one.name(), "").indexOf('\n') >= 0;
  }

  private long width(Attribute one) {
    String text = lines.text(lines.start(one.named().start()), one.whole().end());
    return text.codePointCount(0, text.length());
  }

  private long newWidth(Attribute one) {
    String now = replaced.get(one.name());
    if (now == null) {
      return width(one);
    }
    String was = lines.text(one.whole().start(), one.whole().end());
    return width(one) - was.codePointCount(0, was.length()) + now.codePointCount(0, now.length());
  }

  private long blanks(Attribute one) {
    return comment(one) - one.whole().end();
  }

  /** Where the comment behind an argument begins; negative if there is none. */
  private long comment(Attribute one) {
    long at = one.whole().end();
    while (lines.at(at) == ' ') {
      at++;
    }
    boolean isThere = lines.at(at) == '#' || (lines.at(at) == '/' && lines.at(at + 1) == '/');
    return isThere ? at : -1;
  }
}
