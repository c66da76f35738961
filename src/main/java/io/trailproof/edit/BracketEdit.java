package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.json.Json;
import io.trailproof.remedy.TemplateJson;
import io.trailproof.remedy.TemplateYaml;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Edits what stands in brackets: JSON, and the flow style of YAML, each as its neighbours are. */
final class BracketEdit {
  private final TemplateDraft draft;
  private final TemplateWalk walk;

  BracketEdit(TemplateDraft draft, TemplateWalk walk) {
    this.draft = draft;
    this.walk = walk;
  }

  /** Puts a member behind those of a mapping. */
  void insert(Node.Mapping holder, String name, Json value) throws Uneditable {
    List<Node.Member> own = walk.own(holder);
    List<Span> parts = parts(holder);
    Layout layout = layout(holder, parts);
    String entry;
    if (!draft.isJson()) {
      boolean isQuoted = !own.isEmpty() && isQuoted(own.get(own.size() - 1));
      String member = TemplateYaml.PLAIN.inline(new Json.Obj(java.util.Map.of(name, value)));
      String plain = member.substring(1, member.length() - 1);
      entry =
          isQuoted && plain.startsWith(name)
              ? "\"" + name + "\"" + plain.substring(name.length())
              : plain;
    } else if (layout.lines()) {
      entry = json().member(name, value, layout.indent());
    } else {
      entry = new Json.Str(name).print() + (layout.tight() ? ":" : ": ") + json(value, layout);
    }
    add(holder, parts, layout, entry);
  }

  /** Puts an item behind those of a list. */
  void append(Node.Sequence holder, Json value) throws Uneditable {
    List<Span> parts = parts(holder);
    Layout layout = layout(holder, parts);
    add(holder, parts, layout, written(value, layout));
  }

  private String written(Json value, Layout layout) {
    if (!draft.isJson()) {
      return TemplateYaml.PLAIN.inline(value);
    }
    return layout.lines() ? json().value(value, layout.indent()) : json(value, layout);
  }

  private TemplateJson json() {
    return new TemplateJson(draft.step(), draft.lineEnd());
  }

  private static String json(Json value, Layout layout) {
    return layout.tight() ? value.print() : TemplateJson.PLAIN.inline(value);
  }

  private boolean isQuoted(Node.Member member) {
    return draft.text(member.keySpan().start(), member.keySpan().start() + 1).equals("\"");
  }

  private void add(Node holder, List<Span> parts, Layout layout, String entry) throws Uneditable {
    if (parts.isEmpty()) {
      long open = holder.span().end() - 1; // of what is empty all between the brackets goes
      String from = draft.text(holder.span().start(), open);
      int bracket = Math.max(from.indexOf('{'), from.indexOf('['));
      if (bracket < 0 || !from.substring(bracket + 1).isBlank()) {
        throw new Uneditable("it is written in a way that is not edited");
      }
      String within =
          layout.lines()
              ? draft.lineEnd()
                  + layout.indent()
                  + entry
                  + draft.lineEnd()
                  + draft.indent(holder.span().start())
              : entry;
      draft.replace(holder.span().start() + bracket + 1, open, within);
      return;
    }
    long end = parts.get(parts.size() - 1).end();
    draft.replace(end, end, "," + layout.gap() + entry);
  }

  /** Takes one of several parts out. */
  void remove(Node holder, int index) throws Uneditable {
    List<Span> parts = parts(holder);
    boolean isLast = index == parts.size() - 1;
    long from = isLast ? parts.get(index - 1).end() : parts.get(index).start();
    long to = isLast ? parts.get(index).end() : parts.get(index + 1).start();
    long gap = isLast ? parts.get(index - 1).end() : parts.get(index).end();
    String between = draft.text(gap, isLast ? parts.get(index).start() : to);
    if (between.indexOf('#') >= 0) {
      throw new Uneditable("a comment stands beside it");
    }
    draft.replace(from, to, "");
  }

  /** Puts another value in the place of one. */
  void replace(Span where, Json value) throws Uneditable {
    if (where.start() == where.end()) {
      throw new Uneditable("it is written in a way that is not edited");
    }
    boolean hasLines = draft.before(where.start()).isBlank() || isFirstOfItsLine(where);
    boolean isTight = isTight(where);
    Layout layout = new Layout(hasLines, draft.indent(where.start()), "", isTight);
    draft.replace(where.start(), where.end(), written(value, layout));
  }

  /** True if but for its key nothing stands before it on its line. */
  private boolean isFirstOfItsLine(Span where) {
    return draft.before(where.start()).strip().matches("\"[^\"]*\"\\s*:");
  }

  private boolean isTight(Span where) {
    return where.start() > 0 && draft.text(where.start() - 1, where.start()).equals(":");
  }

  /**
   * How the parts of a holder are set.
   *
   * @param lines true if each has lines of its own
   * @param indent of these
   * @param gap what stands between a comma and the next part
   * @param tight true if no blank stands behind a colon
   */
  private record Layout(boolean lines, String indent, String gap, boolean tight) {}

  private Layout layout(Node holder, List<Span> parts) throws Uneditable {
    if (parts.isEmpty()) {
      boolean lines = draft.isJson() && draft.now().text().strip().indexOf('\n') >= 0;
      String indent = draft.indent(holder.span().start()) + draft.step();
      return new Layout(lines, indent, "", isTight(holder.span()));
    }
    Span last = parts.get(parts.size() - 1);
    if (draft.before(last.start()).isBlank()) {
      String indent = draft.before(last.start());
      return new Layout(true, indent, draft.lineEnd() + indent, false);
    }
    boolean tight = isTight(holder, last);
    String gap = tight ? "" : " ";
    if (parts.size() > 1) {
      long before = parts.get(parts.size() - 2).end();
      long here = last.start();
      String between = draft.text(before, here);
      gap = between.strip().equals(",") ? between.substring(between.indexOf(',') + 1) : gap;
    }
    return new Layout(false, "", gap, tight);
  }

  private boolean isTight(Node holder, Span last) throws Uneditable {
    if (holder instanceof Node.Mapping mapping) {
      List<Node.Member> own = walk.own(mapping);
      Node.Member member = own.get(own.size() - 1);
      long colon = walk.colon(member);
      return !draft.text(colon + 1, colon + 2).isBlank();
    }
    return isTight(holder.span()) || draft.text(last.start() - 1, last.start()).equals(",");
  }

  /** Members and items from their start to their end, without commas. */
  private List<Span> parts(Node holder) throws Uneditable {
    List<Span> parts = new ArrayList<>();
    if (holder instanceof Node.Mapping mapping) {
      for (Node.Member member : walk.own(mapping)) {
        parts.add(draft.now().span(member.keySpan().start(), walk.value(member).end()));
      }
      return parts;
    }
    for (Node item : holder.asSequence().map(Node.Sequence::items).orElse(List.of())) {
      long start = item.span().start();
      long least = parts.isEmpty() ? holder.span().start() : parts.get(parts.size() - 1).end();
      if (start < least) {
        throw new Uneditable("an alias stands beside it");
      }
      parts.add(draft.now().span(start, draft.trimmed(start, item.span().end())));
    }
    return parts;
  }
}
