package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes down a template to what is to be edited, along keys and {@code [0]}, and only where what it
 * comes to stands there and stands for nothing else.
 */
final class TemplateWalk {
  private static final Pattern ALIAS = Pattern.compile("\\s*:\\s*(\\*[^\\s,\\]}]+)");

  private final TemplateDraft draft;

  TemplateWalk(TemplateDraft draft) {
    this.draft = draft;
  }

  /** What stands at the end of a path; empty if a step leads nowhere. */
  Optional<Node> find(List<String> path) throws Uneditable {
    Node at = draft.root();
    for (String step : path) {
      if (at instanceof Node.Scalar scalar && scalar.isNull() && scalar.tag() == null) {
        return Optional.empty();
      }
      enter(at);
      if (step.startsWith("[")) {
        Optional<Node> item = item(at, Integer.parseInt(step.substring(1, step.length() - 1)));
        if (item.isEmpty()) {
          return item;
        }
        at = item.get();
      } else {
        Optional<Node.Member> member = member(at, step);
        if (member.isEmpty()) {
          return Optional.empty();
        }
        at = member.get().value();
      }
    }
    return Optional.of(at);
  }

  /** What stands at the end of a path; refused where nothing does. */
  Node at(List<String> path) throws Uneditable {
    return find(path)
        .orElseThrow(
            () -> new Uneditable("`" + path.get(path.size() - 1) + "` is not written there"));
  }

  /** Makes sure that what is in a node is the node's own. */
  void enter(Node node) throws Uneditable {
    Optional<Call> call = Call.of(node);
    if (call.isPresent()) {
      throw new Uneditable("`" + call.get().name() + "` gives what it stands in");
    }
    if (draft.isAnchored(node)) {
      throw new Uneditable("other parts of the template stand for what it is in, by an anchor");
    }
  }

  /** A member that is written in a mapping. */
  Optional<Node.Member> member(Node holder, String key) throws Uneditable {
    Optional<Node.Mapping> mapping = holder.asMapping();
    if (mapping.isEmpty()) {
      throw new Uneditable("what it stands in is no object");
    }
    Optional<Node.Member> member = mapping.get().member(key);
    if (member.isPresent() && !holds(holder, member.get().keySpan())) {
      throw new Uneditable("a merge key brings it from elsewhere");
    }
    return member;
  }

  private static boolean holds(Node holder, Span key) {
    return key.start() >= holder.span().start() && key.end() <= holder.span().end();
  }

  private static Optional<Node> item(Node holder, int index) throws Uneditable {
    List<Node> items = holder.asSequence().map(Node.Sequence::items).orElse(List.of());
    if (holder.asSequence().isEmpty() && index == 0 && holder.asMapping().isPresent()) {
      return Optional.of(holder);
    }
    if (index >= items.size()) {
      return Optional.empty();
    }
    if (index > 0 && items.get(index).span().start() < items.get(index - 1).span().end()) {
      throw new Uneditable("an alias stands for it");
    }
    return Optional.of(items.get(index));
  }

  /** The members that are written in a mapping, in order. */
  List<Node.Member> own(Node.Mapping mapping) {
    List<Node.Member> own = new ArrayList<>();
    for (Node.Member member : mapping.members()) {
      if (holds(mapping, member.keySpan())) {
        own.add(member);
      }
    }
    own.sort(Comparator.comparingLong(one -> one.keySpan().start()));
    return own;
  }

  /** Where the colon of a member stands. */
  long colon(Node.Member member) throws Uneditable {
    long at = member.keySpan().end();
    while (draft.text(at, at + 1).isBlank() && at < draft.now().length()) {
      at++;
    }
    if (!draft.text(at, at + 1).equals(":")) {
      throw new Uneditable("its key is written in a way that is not edited");
    }
    return at;
  }

  /** True if an alias stands for the value of a member. */
  static boolean isAlias(Node.Member member) {
    return member.value().span().start() < member.keySpan().end();
  }

  /** Where the value of a member stands, be it an alias; blanks at its end excluded. */
  Span value(Node.Member member) throws Uneditable {
    Span written = member.value().span();
    if (!isAlias(member)) {
      long start = Math.max(written.start(), colon(member) + 1);
      long end = Math.max(start, draft.trimmed(written.start(), written.end()));
      return draft.now().span(start, end);
    }
    long from = member.keySpan().end();
    Matcher alias = ALIAS.matcher(draft.text(from, draft.now().length()));
    if (!alias.lookingAt()) {
      throw new Uneditable("it is written in a way that is not edited");
    }
    int before = alias.group().length() - alias.group(1).length();
    return draft.now().span(from + before, from + alias.group().length());
  }

  /** True if a node is written in brackets. */
  boolean isInBrackets(Node node) {
    String text = draft.text(node.span().start(), node.span().end());
    int at = draft.properties(node).length();
    return at < text.length() && "{[".indexOf(text.charAt(at)) >= 0;
  }
}
