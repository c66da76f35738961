package io.trailproof.document;

import io.trailproof.source.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one YAML document and how much their nodes stand for when written out. */
final class Anchors {
  private final Map<String, Anchored> byName = new HashMap<>();
  private final Deque<Size> open = new ArrayDeque<>();
  private long expanded;

  /**
   * A finished node.
   *
   * @param size how many nodes it is, aliases written out
   * @param height how many levels lie below it
   */
  record Anchored(Node node, long size, int height) {}

  @Nullable Anchored get(String name) {
    return byName.get(name);
  }

  void scalar(@Nullable String anchor, Node node) {
    define(anchor, node, 1, 0);
    grow(1, 0);
  }

  /** Counts the nodes of an alias; false when that is more than anyone can mean. */
  boolean expand(Anchored anchored) {
    expanded += anchored.size();
    grow(anchored.size(), anchored.height());
    return expanded <= Limits.ALIASED_NODES;
  }

  void begin() {
    open.push(new Size());
  }

  void end(@Nullable String anchor, Node node) {
    Size size = open.pop();
    define(anchor, node, size.nodes, size.height);
    grow(size.nodes, size.height);
  }

  private void define(@Nullable String anchor, Node node, long size, int height) {
    if (anchor != null) {
      byName.put(anchor, new Anchored(node, size, height));
    }
  }

  private void grow(long nodes, int height) {
    Size size = open.peek();
    if (size != null) {
      size.nodes += nodes;
      size.height = Math.max(size.height, height + 1);
    }
  }

  private static final class Size {
    private long nodes = 1;
    private int height;
  }
}
