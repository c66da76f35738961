package io.trailproof.document;

import io.trailproof.document.YamlReader.Refused;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the events of one YAML document into a tree. */
final class YamlEvents {
  private final SourceFile file;
  private final ByteOffsets points;
  private final StreamReader reader;
  private final Parser parser;
  private final YamlTree tree;
  private final Anchors anchors = new Anchors();
  private final Deque<Opened> open = new ArrayDeque<>();

  YamlEvents(SourceFile file, ByteOffsets points, StreamReader reader, Parser parser) {
    this.file = file;
    this.points = points;
    this.reader = reader;
    this.parser = parser;
    this.tree = new YamlTree(file);
  }

  Node document() throws Refused {
    int documents = 0;
    while (true) {
      Event event = next();
      switch (event.getEventId()) {
        case StreamEnd -> {
          Node root = tree.root();
          if (root == null) {
            throw new Refused(DocumentError.empty(file));
          }
          return root;
        }
        case DocumentStart -> {
          documents++;
          if (documents > 1) {
            throw new Refused(DocumentError.SEVERAL_DOCUMENTS.at(at(event)));
          }
        }
        case Scalar -> scalar((ScalarEvent) event);
        case Alias -> alias((AliasEvent) event);
        case SequenceStart, MappingStart -> open((CollectionStartEvent) event);
        case SequenceEnd, MappingEnd -> close((CollectionEndEvent) event);
        default -> {}
      }
    }
  }

  private Event next() throws Refused {
    try {
      return parser.getEvent();
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) {
      // SnakeYAML 2.7 lets others escape, such as NumberFormatException for "\x" without digits.
      int at = reader.getIndex();
      throw new Refused(DocumentError.NOT_YAML.at(points.span(at, at + 1)));
    }
  }

  private void scalar(ScalarEvent event) throws Refused {
    Span span = span(event);
    if (tree.wantsKey()) {
      key(event, span);
      return;
    }
    Node node =
        new Node.Scalar(
            span, YamlScalars.kind(event), event.getValue(), YamlScalars.local(event.getTag()));
    tree.add(node);
    anchors.scalar(event.getAnchor(), node);
  }

  private void key(ScalarEvent event, Span span) {
    if (event.isPlain() && event.getValue().equals(YamlTree.MergeKey.KEY)) {
      tree.mergeKey(span, event.getValue());
    } else {
      tree.key(span, event.getValue());
    }
  }

  private Span span(ScalarEvent event) {
    Span span = points.span(event.getStartMark().getIndex(), event.getEndMark().getIndex());
    if (event.isPlain() || event.isLiteral() || event.isFolded()) {
      return file.span(span.start(), points.trimmed((int) span.start(), (int) span.end()));
    }
    return span;
  }

  private void alias(AliasEvent event) throws Refused {
    Span here = at(event);
    Anchors.Anchored anchored = anchors.get(event.getAnchor());
    if (anchored == null) {
      throw new Refused(DocumentError.NO_ANCHOR.at(here));
    }
    if (tree.wantsKey()) {
      String text =
          anchored.node().asScalar().map(Node.Scalar::text).orElseThrow(() -> notText(here));
      tree.key(here, text);
      return;
    }
    if (tree.depth() + anchored.height() > Limits.DEPTH) {
      throw new Refused(DocumentError.tooDeep(here));
    }
    if (!anchors.expand(anchored)) {
      throw new Refused(DocumentError.TOO_MANY_ALIASES.at(here, Limits.ALIASED_NODES));
    }
    tree.add(anchored.node(), here.end());
  }

  private void open(CollectionStartEvent event) throws Refused {
    Span here = at(event);
    if (tree.wantsKey()) {
      throw notText(here);
    }
    if (tree.depth() >= Limits.DEPTH) {
      throw new Refused(DocumentError.tooDeep(here));
    }
    String tag = YamlScalars.local(event.getTag());
    if (event instanceof MappingStartEvent) {
      tree.openMapping(here.start(), tag);
    } else {
      tree.openSequence(here.start(), tag);
    }
    open.push(new Opened(event.isFlow(), event));
    anchors.begin();
  }

  private void close(CollectionEndEvent event) {
    Opened opened = open.pop();
    long end = opened.flow() ? points.offset(event.getEndMark().getIndex()) : tree.lastEnd();
    Node node = tree.close(end);
    anchors.end(opened.start().getAnchor(), node);
  }

  /** The event in the source: for a container, where it begins. */
  private Span at(Event event) {
    int start = event.getStartMark().getIndex();
    return points.span(start, Math.max(start, event.getEndMark().getIndex()));
  }

  private static Refused notText(Span at) {
    return new Refused(DocumentError.KEY_NOT_TEXT.at(at));
  }

  private record Opened(boolean flow, NodeEvent start) {}
}
