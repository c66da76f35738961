package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.json.Json;
import io.trailproof.remedy.TemplateYaml;
import io.trailproof.source.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Edits the blocks of YAML. */
final class BlockEdit {
  /** A text in lines of its own that keeps those at its end. */
  private static final Pattern KEEPING = Pattern.compile("(?:[!&]\\S+\\s+)*[|>][0-9]?\\+");

  private final TemplateDraft draft;
  private final TemplateWalk walk;

  BlockEdit(TemplateDraft draft, TemplateWalk walk) {
    this.draft = draft;
    this.walk = walk;
  }

  private TemplateYaml yaml() {
    return new TemplateYaml(draft.step(), draft.lineEnd());
  }

  /**
   * Puts a member behind those of a mapping.
   *
   * @param spaced true if it stands apart from them where they stand apart from each other
   */
  void insert(Node.Mapping holder, String name, Json value, boolean spaced) throws Uneditable {
    List<Node.Member> own = walk.own(holder);
    if (own.isEmpty()) {
      throw new Uneditable("what it stands in comes from elsewhere");
    }
    long first = own.get(0).keySpan().start();
    String indent = draft.column(first);
    String member = yaml().member(name, value, indent);
    if (keepsItsEnd(holder)) {
      draft.replace(first, first, member + draft.lineEnd() + indent);
      return;
    }
    long end = draft.lineEnd(draft.trimmed(holder.span().start(), holder.span().end()));
    String apart = spaced && areApart(own) ? draft.lineEnd() : "";
    draft.replace(end, end, apart + draft.lineEnd() + indent + member);
  }

  private boolean areApart(List<Node.Member> own) throws Uneditable {
    if (own.size() < 2) {
      return true;
    }
    long behind = walk.value(own.get(own.size() - 2)).end();
    long last = own.get(own.size() - 1).keySpan().start();
    List<String> lines = draft.text(behind, last).lines().toList();
    return lines.size() > 2
        && lines.subList(1, lines.size() - 1).stream().anyMatch(String::isBlank);
  }

  /** True if what ends a node is a text whose last lines what is put behind would take. */
  private boolean keepsItsEnd(Node node) {
    Node last = node;
    while (true) {
      if (last instanceof Node.Mapping mapping && !mapping.members().isEmpty()) {
        last = mapping.members().get(mapping.members().size() - 1).value();
      } else if (last instanceof Node.Sequence list && !list.items().isEmpty()) {
        last = list.items().get(list.items().size() - 1);
      } else {
        return KEEPING.matcher(draft.text(last.span().start(), last.span().end())).lookingAt();
      }
    }
  }

  /** Puts an item behind those of a list. */
  void append(Node.Sequence holder, Json value) throws Uneditable {
    long first = holder.span().start();
    if (!draft.text(first, first + 1).equals("-") || keepsItsEnd(holder)) {
      throw new Uneditable("its list is written in a way that is not edited");
    }
    String indent = draft.column(first);
    long end = draft.lineEnd(draft.trimmed(first, holder.span().end()));
    draft.replace(end, end, draft.lineEnd() + indent + yaml().item(value, indent));
  }

  /** Takes a member out of a mapping that has others. */
  void remove(Node.Mapping holder, Node.Member member) throws Uneditable {
    long start = member.keySpan().start();
    long behind = walk.value(member).end();
    if (draft.before(start).isBlank()) {
      lines(start, behind);
      return;
    }
    List<Node.Member> own = walk.own(holder);
    int next = own.indexOf(member) + 1;
    long to = next < own.size() ? own.get(next).keySpan().start() : start;
    if (to == start || draft.text(behind, to).contains("#")) {
      throw new Uneditable("it is written in a way that is not edited");
    }
    draft.replace(start, to, "");
  }

  /** Takes an item out of a list that has others. */
  void remove(Node.Sequence holder, int index) throws Uneditable {
    Span item = holder.items().get(index).span();
    if (item.start() < holder.span().start() || !draft.before(item.start()).matches("\\s*-\\s+")) {
      throw new Uneditable("its list is written in a way that is not edited");
    }
    lines(item.start(), draft.trimmed(item.start(), item.end()));
  }

  /** Takes whole lines out. */
  private void lines(long from, long to) throws Uneditable {
    long start = draft.lineStart(from);
    long end = draft.lineEnd(to);
    long next = draft.text(end, end + 2).equals("\r\n") ? end + 2 : end + 1;
    if (end < draft.now().length()) {
      draft.replace(start, next, "");
    } else {
      draft.replace(start > 0 ? draft.lineEnd(start - 1) : start, end, "");
    }
  }

  /** Gives a member of a block another value. */
  void replace(Node.Member member, Json value) throws Uneditable {
    long colon = walk.colon(member);
    Span old = walk.value(member);
    String indent = draft.column(member.keySpan().start());
    String between = draft.text(colon + 1, old.start());
    boolean wasOnOneLine = !draft.text(colon + 1, old.end()).contains("\n");
    boolean inline = wasOnOneLine && walk.isInBrackets(member.value());
    String written = inline ? " " + yaml().inline(value) : yaml().value(value, indent);
    if (between.indexOf('#') >= 0) {
      String kept = between.stripTrailing();
      draft.replace(
          colon + 1, old.end(), written.startsWith(" ") ? written + kept : kept + written);
    } else if (wasOnOneLine && written.startsWith(" ") && old.end() > old.start()) {
      draft.replace(old.start(), old.end(), written.substring(1));
    } else {
      draft.replace(colon + 1, old.end(), written);
    }
  }

  /** Gives a list another item in the place of one. */
  void replace(Node.Sequence holder, int index, Json value) throws Uneditable {
    Span item = holder.items().get(index).span();
    String before = draft.before(item.start());
    if (item.start() < holder.span().start() || !before.matches("\\s*-\\s+")) {
      throw new Uneditable("its list is written in a way that is not edited");
    }
    String indent = before.substring(0, before.indexOf('-'));
    draft.replace(
        item.start(),
        draft.trimmed(item.start(), item.end()),
        yaml().item(value, indent).substring(2));
  }
}
