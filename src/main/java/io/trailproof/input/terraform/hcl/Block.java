package io.trailproof.input.terraform.hcl;

import io.trailproof.source.Span;
import java.util.List;

/**
 * A block.
 *
 * @param type the first word, such as {@code resource} or {@code metric_transformation}
 * @param header its type and labels, which is what a reader looks for
 * @param span all of it
 */
public record Block(String type, List<String> labels, Span header, Span span, Body body) {
  public Block {
    labels = List.copyOf(labels);
  }

  /** A label; empty behind the last. */
  public String label(int index) {
    return index < labels.size() ? labels.get(index) : "";
  }

  /** True if the whole block stands on the line of its header. */
  public boolean isOneLine() {
    return span.text().indexOf('\n') < 0;
  }

  /** The same block with the arguments that another, of an override file, sets anew. */
  public Block overriddenBy(Block other) {
    return new Block(type, labels, header, span, body.overriddenBy(other.body));
  }
}
