package io.trailproof.document;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a tree of nodes from the events of YAML, on a stack of its own. */
final class YamlTree {
  private final SourceFile file;
  private final Deque<Frame> open = new ArrayDeque<>();
  private @Nullable Node root;

  YamlTree(SourceFile file) {
    this.file = file;
  }

  void openMapping(long start, @Nullable String tag) {
    open.push(new Frame(true, start, tag));
  }

  void openSequence(long start, @Nullable String tag) {
    open.push(new Frame(false, start, tag));
  }

  /** True where the next node would be a key. */
  boolean wantsKey() {
    Frame frame = open.peek();
    return frame != null && frame.mapping && frame.key == null;
  }

  void key(Span span, String text) {
    Frame frame = open.element();
    frame.keySpan = span;
    frame.key = text;
  }

  /** Says that the value to come stands for members of its own (YAML's {@code <<}). */
  void mergeKey(Span span, String text) {
    key(span, text);
    open.element().merging = true;
  }

  /** Ends the innermost container and returns it. */
  Node close(long end) {
    Frame frame = open.pop();
    Span span = file.span(frame.start, Math.max(frame.start, end));
    Node node =
        frame.mapping
            ? new Node.Mapping(span, frame.members(), frame.tag)
            : new Node.Sequence(span, frame.items, frame.tag);
    add(node, span.end());
    return node;
  }

  void add(Node node) {
    add(node, node.span().end());
  }

  /** Adds a node that ends elsewhere than it is used: an alias. */
  void add(Node node, long end) {
    Frame frame = open.peek();
    if (frame == null) {
      root = node;
    } else {
      frame.add(node, end);
    }
  }

  int depth() {
    return open.size();
  }

  /** The end of what the innermost container holds so far: where a YAML block ends. */
  long lastEnd() {
    return open.element().last;
  }

  @Nullable Node root() {
    return root;
  }

  private static final class Frame {
    private final boolean mapping;
    private final long start;
    private final @Nullable String tag;
    private final List<Node.Member> members = new ArrayList<>();
    private final List<Node.Mapping> merged = new ArrayList<>();
    private final List<Node> items = new ArrayList<>();
    private @Nullable Span keySpan;
    private @Nullable String key;
    private boolean merging;
    private long last;

    Frame(boolean mapping, long start, @Nullable String tag) {
      this.mapping = mapping;
      this.start = start;
      this.tag = tag;
      this.last = start;
    }

    void add(Node node, long end) {
      last = Math.max(last, end);
      if (key == null || keySpan == null) {
        items.add(node);
        return;
      }
      last = Math.max(last, keySpan.end());
      Optional<List<Node.Mapping>> sources = merging ? MergeKey.sources(node) : Optional.empty();
      if (sources.isPresent()) {
        merged.addAll(sources.get());
      } else {
        members.add(new Node.Member(keySpan, key, node));
      }
      key = null;
      merging = false;
    }

    List<Node.Member> members() {
      return merged.isEmpty() ? members : MergeKey.merge(members, merged);
    }
  }

  /** YAML's merge key: members taken over from other mappings where there are none of that name. */
  static final class MergeKey {
    static final String KEY = "<<";

    private MergeKey() {}

    /** The mappings that the value of a merge key names; empty if it names none. */
    static Optional<List<Node.Mapping>> sources(Node value) {
      List<Node> named = value.asSequence().map(Node.Sequence::items).orElse(List.of(value));
      List<Node.Mapping> mappings = new ArrayList<>();
      for (Node node : named) {
        Optional<Node.Mapping> mapping = node.asMapping();
        if (mapping.isEmpty()) {
          return Optional.empty();
        }
        mappings.add(mapping.get());
      }
      return Optional.of(mappings);
    }

    /** A mapping's own members first, then those of the sources; the earlier source wins. */
    static List<Node.Member> merge(List<Node.Member> own, List<Node.Mapping> sources) {
      List<Node.Member> members = new ArrayList<>(own);
      Set<String> taken = new HashSet<>();
      for (Node.Member member : own) {
        taken.add(member.key());
      }
      for (Node.Mapping source : sources) {
        Set<String> fresh = new HashSet<>();
        for (Node.Member member : source.members()) {
          if (!taken.contains(member.key())) {
            members.add(member);
            fresh.add(member.key());
          }
        }
        taken.addAll(fresh);
      }
      return members;
    }
  }
}
