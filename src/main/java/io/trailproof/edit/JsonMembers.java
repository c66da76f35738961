package io.trailproof.edit;

import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edits of the members of objects in one JSON file. */
final class JsonMembers {
  private final SourceLines lines;
  private final List<TextEdit> edits = new ArrayList<>();
  private final Map<Span, List<String>> added = new LinkedHashMap<>();
  private final Map<Block, Set<String>> removed = new LinkedHashMap<>();

  JsonMembers(SourceLines lines) {
    this.lines = lines;
  }

  /** What the lines of an object's members begin with. */
  String indent(Span object) {
    long first = after(object.start() + 1);
    return lines.isBlank(lines.start(first), first) && lines.at(first) != '}'
        ? lines.indent(first)
        : lines.indent(object.start()) + "  ";
  }

  /** What the line of a member begins with. */
  String indentOf(Span member) {
    return lines.indent(member.start());
  }

  /** A value gives way to another. */
  void replace(Span value, String text) {
    edits.add(edit(value.start(), value.end(), text));
  }

  /** An object gets a member behind its last. */
  void add(Span object, String name, String value) {
    added.computeIfAbsent(object, any -> new ArrayList<>()).add("\"" + name + "\": " + value);
  }

  /** An object loses a member. */
  void remove(Block object, String name) {
    removed.computeIfAbsent(object, any -> new HashSet<>()).add(name);
  }

  /** A list gets items behind its last. */
  void append(Span list, boolean isEmpty, List<String> items) {
    long end = before(list.end() - 1);
    boolean isFolded = lines.start(end) == lines.start(list.start());
    String between = isFolded ? ", " : ",\n" + lines.indent(end);
    edits.add(edit(end, end, (isEmpty ? "" : between) + String.join(between, items)));
  }

  /** All edits. */
  List<TextEdit> edits() {
    removed.forEach(this::removal);
    added.forEach(this::addition);
    return edits;
  }

  private void addition(Span object, List<String> members) {
    long end = before(object.end() - 1);
    boolean isEmpty = end == object.start() + 1;
    boolean isFolded = !isEmpty && lines.start(end) == lines.start(object.start());
    String between = isFolded ? " " : "\n" + indent(object);
    String text = (isEmpty ? "" : ",") + between + String.join("," + between, members);
    long to = isEmpty ? object.end() - 1 : end;
    edits.add(edit(end, to, isEmpty ? text + "\n" + lines.indent(object.start()) : text));
  }

  /** With the comma before it, or behind it where nothing is left before. */
  private void removal(Block object, Set<String> names) {
    List<Attribute> all = new ArrayList<>(object.body().attributes().values());
    all.sort(Comparator.comparingLong(one -> one.named().start()));
    long kept = -1;
    long cut = -1;
    for (Attribute one : all) {
      if (!names.contains(one.name())) {
        if (kept < 0 && cut >= 0) {
          edits.add(edit(cut, one.named().start(), ""));
        }
        kept = one.whole().end();
        cut = kept;
      } else if (kept < 0) {
        cut = cut < 0 ? one.named().start() : cut;
      } else {
        edits.add(edit(cut, one.whole().end(), ""));
        cut = one.whole().end();
      }
    }
    if (kept < 0 && cut >= 0) {
      edits.add(edit(object.span().start() + 1, object.span().end() - 1, ""));
    }
  }

  private long after(long from) {
    long at = from;
    while (at < lines.length() && lines.isBlank(at, at + 1)) {
      at++;
    }
    return at;
  }

  private long before(long to) {
    long at = to;
    while (at > 0 && lines.isBlank(at - 1, at)) {
      at--;
    }
    return at;
  }

  private TextEdit edit(long from, long to, String text) {
    return new TextEdit(lines.file().span(from, to), lines.broken(text));
  }
}
