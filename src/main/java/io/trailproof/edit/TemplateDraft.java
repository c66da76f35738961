package io.trailproof.edit;

import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template while it is edited: its text, and what is read of it after every edit. */
final class TemplateDraft {
  /** Tags and anchors before what they are of. */
  private static final Pattern PROPERTIES = Pattern.compile("(?:[!&][^\\s\\[{\"']*\\s+)*");

  private final boolean json;
  private final String lineEnd;
  private SourceFile text;
  private Node.Mapping root;

  /** A draft of a file as it is. */
  TemplateDraft(SourceFile file) throws Uneditable {
    this.text = file;
    this.json = Documents.looksLikeJson(file);
    this.root = read(file);
    int first = file.text().indexOf('\n');
    this.lineEnd = first > 0 && file.text().charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private static Node.Mapping read(SourceFile file) throws Uneditable {
    Optional<Node.Mapping> root = Documents.read(file).value().flatMap(Node::asMapping);
    return root.orElseThrow(() -> new Uneditable("the template could not be read afterwards"));
  }

  Node.Mapping root() {
    return root;
  }

  /** True where all of it is written as JSON, so that keys are quoted and functions have names. */
  boolean isJson() {
    return json;
  }

  /** What ends its lines. */
  String lineEnd() {
    return lineEnd;
  }

  /** The text as it is now. */
  SourceFile now() {
    return text;
  }

  /** Takes it back to what it was. */
  void restore(SourceFile was) throws Uneditable {
    text = was;
    root = read(was);
  }

  /** The text between two places. */
  String text(long start, long end) {
    return text.text(start, end);
  }

  /** Puts a text where another one is. */
  void replace(long start, long end, String with) throws Uneditable {
    if (!json && hasAnchors(root, start, end)) {
      throw new Uneditable("other parts of the template stand for what is there, by an anchor");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(text.bytes(0, start));
    all.writeBytes(with.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(text.bytes(end, text.length()));
    SourceFile changed = SourceFile.ofText(text.name(), all.toString(StandardCharsets.UTF_8));
    root = read(changed);
    text = changed;
  }

  private boolean hasAnchors(Node node, long start, long end) {
    boolean isWithin = node.span().start() >= start && node.span().start() < end;
    if (isWithin && isAnchored(node)) {
      return true;
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.members().stream().anyMatch(one -> hasAnchors(one.value(), start, end));
    }
    return node instanceof Node.Sequence list
        && list.items().stream().anyMatch(one -> hasAnchors(one, start, end));
  }

  /** True if something else may stand for a node by a name. */
  boolean isAnchored(Node node) {
    return !json && properties(node).indexOf('&') >= 0;
  }

  /** What is written of a node before its content. */
  String properties(Node node) {
    Matcher properties = PROPERTIES.matcher(text(node.span().start(), node.span().end()));
    return properties.lookingAt() ? properties.group() : "";
  }

  /** Where the line of a place begins. */
  long lineStart(long at) {
    return text.line(at).start();
  }

  /** Where the line of a place ends, its break excluded. */
  long lineEnd(long at) {
    long end = text.line(at).end();
    return end > 0 && text(end - 1, end).equals("\r") ? end - 1 : end;
  }

  /** What stands before a place on its line. */
  String before(long at) {
    return text(lineStart(at), at);
  }

  /** The blanks that the line of a place begins with. */
  String indent(long at) {
    String line = text(lineStart(at), lineEnd(at));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Blanks up to the column of a place; what stands before it on its line counts as blank. */
  String column(long at) {
    String before = before(at);
    return before.isBlank() ? before : " ".repeat(before.length());
  }

  /** The end of a range without the blanks that it ends with. */
  long trimmed(long start, long end) {
    String all = text(start, end);
    String kept = all.stripTrailing();
    return start + kept.getBytes(StandardCharsets.UTF_8).length;
  }

  /** What one level more is indented by, as the resources are below their section. */
  String step() {
    return root.member("Resources")
        .filter(section -> section.value().asMapping().isPresent())
        .map(
            section -> {
              String outer = indent(section.keySpan().start());
              return section.value().asMapping().orElseThrow().members().stream()
                  .map(one -> one.keySpan().start())
                  .filter(at -> before(at).isBlank() && before(at).startsWith(outer))
                  .map(at -> before(at).substring(outer.length()))
                  .filter(step -> !step.isEmpty())
                  .findFirst()
                  .orElse("  ");
            })
        .orElse("  ");
  }
}
