package io.trailproof.edit;

import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.remedy.Hcl;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edits of the arguments and nested blocks of one block. */
final class HclBody {
  /** What stands at the end by custom, or has nothing to do with what a resource is. */
  private static final Set<String> APART =
      Set.of("tags", "depends_on", "provider", "count", "for_each");

  private final SourceLines lines;
  private final Block block;
  private final List<Attribute> arguments = new ArrayList<>();
  private final Map<String, String> replaced = new HashMap<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final List<String> blocks = new ArrayList<>();
  private final LineCuts cuts;
  private final List<TextEdit> edits = new ArrayList<>();

  HclBody(SourceLines lines, Block block) {
    this.lines = lines;
    this.block = block;
    this.cuts = new LineCuts(lines);
    arguments.addAll(block.body().attributes().values());
    arguments.sort(Comparator.comparingLong(one -> one.named().start()));
  }

  /** What the lines within begin with. */
  String indent() {
    if (!arguments.isEmpty() && !block.isOneLine()) {
      return lines.indent(arguments.get(0).named().start());
    }
    return lines.indent(block.header().start()) + "  ";
  }

  /** An argument gets an expression, which was written for {@link #indent}. */
  void set(String name, String expression) {
    if (block.body().attribute(name).isPresent()) {
      replaced.put(name, expression);
    } else {
      added.put(name, expression);
    }
  }

  /** An argument goes. */
  void unset(String name) {
    removed.add(name);
  }

  /** A nested block gives way to one or several. */
  void replace(Block nested, String text) {
    edits.add(edit(nested.span().start(), nested.span().end(), text));
  }

  /** A nested block goes. */
  void unset(Block nested) {
    cuts.add(nested.span());
  }

  /** A nested block more, behind others of its type. */
  void add(String type, String text) {
    List<Block> same = block.body().blocks(type);
    if (same.isEmpty()) {
      blocks.add(text);
    } else {
      Span last = same.get(same.size() - 1).span();
      long at = lines.next(last.end());
      edits.add(edit(at, at, "\n" + text));
    }
  }

  /** All edits, in order. */
  List<TextEdit> edits() {
    if (block.isOneLine() && (!added.isEmpty() || !blocks.isEmpty() || !removed.isEmpty())) {
      unfold();
      return edits;
    }
    List<HclArguments.Line> before = new ArrayList<>();
    List<HclArguments.Line> after = new ArrayList<>();
    Map<HclArguments.Line, String> written = new LinkedHashMap<>();
    int anchor = anchor();
    boolean isApart = true;
    if (anchor < 0) {
      addAfter(after, written, true);
    }
    for (int i = 0; i < arguments.size(); i++) {
      Attribute one = arguments.get(i);
      HclArguments.Line line =
          line(one, i, isLong(lines.text(one.whole().start(), one.whole().end())));
      before.add(line);
      isApart |= line.isApart();
      if (removed.contains(one.name())) {
        cuts.add(one.named().file().span(one.named().start(), one.whole().end()));
      } else {
        String now = replaced.get(one.name());
        if (now != null) {
          edits.add(edit(one.whole().start(), one.whole().end(), now));
        }
        boolean isLong = now == null ? line.isLong() : isLong(now);
        after.add(new HclArguments.Line(one.name(), line.named(), line.sign(), isApart, isLong));
        isApart = false;
      }
      if (i == anchor) {
        addAfter(after, written, isApart);
        isApart = false;
      }
    }
    if (added.isEmpty() && removed.isEmpty()) { // which move the expressions too
      edits.addAll(new HclComments(lines, replaced).moved(arguments));
    }
    HclArguments aligned = new HclArguments(lines, before, after);
    edits.addAll(aligned.moved());
    long at = anchor < 0 ? lines.next(brace()) : lines.next(arguments.get(anchor).whole().end());
    aligned
        .ofNew()
        .forEach(
            (line, blanks) ->
                edits.add(
                    edit(
                        at,
                        at,
                        indent()
                            + line.name()
                            + " ".repeat(blanks)
                            + "= "
                            + written.get(line)
                            + "\n")));
    long close = lines.start(block.span().end() - 1);
    for (String text : blocks) {
      boolean isFirst = lines.isBlank(brace() + 1, close) && added.isEmpty();
      boolean isParted = lines.isBlankLine(lines.start(Math.max(0, close - 1)));
      edits.add(edit(close, close, (isFirst || isParted ? "" : "\n") + text));
    }
    edits.addAll(cuts.edits());
    edits.sort(Comparator.comparingLong(one -> one.where().start()));
    return edits;
  }

  private void addAfter(
      List<HclArguments.Line> after, Map<HclArguments.Line, String> written, boolean isApart) {
    boolean apart = isApart;
    for (Map.Entry<String, String> one : added.entrySet()) {
      HclArguments.Line line =
          new HclArguments.Line(one.getKey(), 0, -1, apart, isLong(one.getValue()));
      after.add(line);
      written.put(line, one.getValue());
      apart = false;
    }
  }

  /** The block of one line gets several, or nothing is left in it. */
  private void unfold() {
    long open = brace() + 1;
    long close = block.span().end() - 1;
    Map<String, String> all = new LinkedHashMap<>();
    for (Attribute one : arguments) {
      all.put(one.name(), lines.text(one.whole().start(), one.whole().end()));
    }
    all.putAll(added);
    all.putAll(replaced);
    all.keySet().removeAll(removed);
    if (all.isEmpty() && blocks.isEmpty()) {
      edits.add(edit(open, close, ""));
      return;
    }
    StringBuilder text = new StringBuilder("\n");
    Hcl.aligned(all, indent(), text);
    for (String nested : blocks) {
      text.append(text.length() > 1 ? "\n" : "").append(nested);
    }
    edits.add(edit(open, close, text + lines.indent(block.header().start())));
  }

  private HclArguments.Line line(Attribute one, int index, boolean isLong) {
    long sign = one.named().end();
    while (lines.at(sign) != '=') {
      sign++;
    }
    boolean isApart =
        index == 0
            || lines.next(arguments.get(index - 1).whole().end())
                != lines.start(one.named().start());
    return new HclArguments.Line(one.name(), one.named().start(), sign, isApart, isLong);
  }

  /** True if brackets stay open at the end of the first line, which ends what is aligned. */
  private static boolean isLong(String expression) {
    int end = expression.indexOf('\n');
    return end >= 0 && !expression.startsWith("<<");
  }

  /** The argument behind which new ones go; negative for none. */
  private int anchor() {
    long firstBlock =
        block.body().blocks().stream()
            .mapToLong(one -> one.span().start())
            .min()
            .orElse(Long.MAX_VALUE);
    int found = -1;
    for (int i = 0; i < arguments.size(); i++) {
      Attribute one = arguments.get(i);
      if (!APART.contains(one.name()) && (one.named().start() < firstBlock || found < 0)) {
        found = i;
      }
    }
    return found < 0 && !arguments.isEmpty() && arguments.get(0).named().start() < firstBlock
        ? lastBefore(firstBlock)
        : found;
  }

  private int lastBefore(long offset) {
    int found = -1;
    for (int i = 0; i < arguments.size() && arguments.get(i).named().start() < offset; i++) {
      found = i;
    }
    return found;
  }

  private long brace() {
    long at = block.header().end();
    while (at < block.span().end() && lines.at(at) != '{') {
      at++;
    }
    return at;
  }

  private TextEdit edit(long from, long to, String text) {
    return new TextEdit(lines.file().span(from, to), lines.broken(text));
  }
}
