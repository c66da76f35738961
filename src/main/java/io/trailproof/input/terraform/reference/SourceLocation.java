package io.trailproof.input.terraform.reference;

import io.trailproof.document.Node;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Body;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the sources write a value; without sources, nowhere.
 *
 * @param header of the resource's block: the place of what is not written
 * @param span the argument or the nested block; null if neither is written
 * @param argument what the argument is set to; null if it is not written, or is a block
 * @param expression the argument as it may be worked out; null within it
 * @param blocks the nested blocks that make the value up, if it is one of blocks
 */
record SourceLocation(
    @Nullable Span header,
    @Nullable Span span,
    @Nullable Definition argument,
    @Nullable Attribute expression,
    List<Block> blocks) {
  /** No sources. */
  static final SourceLocation NOWHERE = new SourceLocation(null, null, null, null, List.of());

  SourceLocation {
    blocks = List.copyOf(blocks);
  }

  /** A resource. */
  static SourceLocation of(Optional<Block> resource) {
    return resource
        .map(block -> new SourceLocation(block.header(), null, null, null, List.of(block)))
        .orElse(NOWHERE);
  }

  /** The place to point at: the argument, else the block that could hold it. */
  Optional<Span> place() {
    return Optional.ofNullable(span == null ? header : span);
  }

  /** True if a function or operator makes the value. */
  boolean isComputed() {
    return argument instanceof Definition.Computed;
  }

  /** The value as a whole, whose own text must not be shown. */
  SourceLocation concealed() {
    return new SourceLocation(header, null, null, null, List.of());
  }

  /** True if the value is made of blocks, whose arguments stand each by itself. */
  boolean isBlocks() {
    return !blocks.isEmpty();
  }

  /** What is written for a member of this value. */
  SourceLocation member(String key) {
    if (blocks.size() != 1) {
      return inside();
    }
    Body body = blocks.get(0).body();
    List<Block> nested = new ArrayList<>(body.blocks(key));
    boolean dynamic = nested.isEmpty();
    if (dynamic) {
      body.blocks("dynamic").stream()
          .filter(block -> block.label(0).equals(key))
          .forEach(nested::add);
    }
    if (!nested.isEmpty()) {
      // What a dynamic block makes is written in its content, in no order that a plan tells.
      return new SourceLocation(
          header, nested.get(0).header(), null, null, dynamic ? List.of() : nested);
    }
    return body.attribute(key)
        .map(
            argument ->
                new SourceLocation(
                    header, argument.span(), argument.definition(), argument, List.of()))
        .orElseGet(() -> new SourceLocation(header, null, null, null, List.of()));
  }

  /**
   * What is written for an element: of several blocks the one whose literals are those of the
   * value, since the elements of a set are sorted anew.
   */
  SourceLocation element(@Nullable Node value) {
    if (blocks.size() < 2) {
      return blocks.isEmpty() ? inside() : one(blocks.get(0));
    }
    List<Block> fitting = blocks.stream().filter(block -> agrees(block, value)).toList();
    return fitting.size() == 1
        ? one(fitting.get(0))
        : new SourceLocation(header, span, argument, null, List.of());
  }

  /** What is written for an element of a list whose elements stay in their order. */
  SourceLocation listed(@Nullable Node value, int index, int size) {
    return blocks.size() == size && size > 1 ? one(blocks.get(index)) : element(value);
  }

  /** A part of an argument, which is written with the others. */
  private SourceLocation inside() {
    return new SourceLocation(header, span, argument, null, blocks);
  }

  private SourceLocation one(Block block) {
    return new SourceLocation(header, block.header(), null, null, List.of(block));
  }

  private static boolean agrees(Block block, @Nullable Node value) {
    if (!(value instanceof Node.Mapping known)) {
      return true;
    }
    for (Attribute argument : block.body().attributes().values()) {
      Node.Scalar actual = known.get(argument.name()).flatMap(Node::asScalar).orElse(null);
      if (argument.definition() instanceof Definition.Literal literal
          && actual != null
          && !actual.isNull()
          && !actual.text().equals(literal.text())) {
        return false;
      }
    }
    return true;
  }
}
