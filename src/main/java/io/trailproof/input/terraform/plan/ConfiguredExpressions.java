package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration may have written for one value: usually one expression, several where the
 * blocks of a set cannot be told apart, none where nothing is written.
 *
 * @param written expression objects, nested blocks or lists of these
 * @param blockWritten true if the block around the value is in the configuration
 */
public record ConfiguredExpressions(List<Node> written, boolean blockWritten) {
  public ConfiguredExpressions {
    written = List.copyOf(written);
  }

  public static ConfiguredExpressions of(Node.@Nullable Mapping expressions, String key) {
    Node node = expressions == null ? null : expressions.get(key).orElse(null);
    return new ConfiguredExpressions(node == null ? List.of() : List.of(node), node != null);
  }

  public boolean isEmpty() {
    return written.isEmpty();
  }

  public boolean isBlockWritten() {
    return blockWritten;
  }

  /** What is written for a member; one expression for an object covers its members. */
  public ConfiguredExpressions member(String key) {
    List<Node> inner = new ArrayList<>();
    for (Node node : written) {
      if (ConfiguredExpression.isOne(node)) {
        inner.add(node);
      } else {
        node.asMapping().flatMap(mapping -> mapping.get(key)).ifPresent(inner::add);
      }
    }
    return new ConfiguredExpressions(inner, blockWritten);
  }

  /**
   * What is written for an element: of several blocks, those whose constants agree with the value,
   * since the elements of a set are sorted anew.
   */
  public ConfiguredExpressions element(@Nullable Node value) {
    List<Node> inner = new ArrayList<>();
    for (Node node : written) {
      if (node instanceof Node.Sequence blocks) {
        if (blocks.items().size() == 1) {
          inner.addAll(blocks.items());
        } else {
          blocks.items().stream().filter(block -> agrees(block, value)).forEach(inner::add);
        }
      } else {
        inner.add(node);
      }
    }
    return new ConfiguredExpressions(inner, blockWritten);
  }

  /** What is written for an element of a list whose elements stay in their order. */
  public ConfiguredExpressions listed(@Nullable Node value, int index, int size) {
    return written.size() == 1
            && written.get(0) instanceof Node.Sequence blocks
            && blocks.items().size() == size
        ? new ConfiguredExpressions(List.of(blocks.items().get(index)), blockWritten)
        : element(value);
  }

  private static boolean agrees(Node block, @Nullable Node value) {
    if (!(block instanceof Node.Mapping written) || !(value instanceof Node.Mapping known)) {
      return true;
    }
    for (Node.Member member : written.members()) {
      String constant = ConfiguredExpression.of(member.value()).text().orElse(null);
      Node.Scalar actual = known.get(member.key()).flatMap(Node::asScalar).orElse(null);
      if (constant != null
          && actual != null
          && !actual.isNull()
          && !actual.text().equals(constant)) {
        return false;
      }
    }
    return true;
  }

  /** True if blocks are written where the value is unknown as a whole, which they cannot make. */
  public boolean isBlocks() {
    return written.stream().anyMatch(node -> !ConfiguredExpression.isOne(node));
  }

  /** The expressions. */
  public List<ConfiguredExpression> expressions() {
    return written.stream().map(ConfiguredExpression::of).toList();
  }

  /** The one expression, if there is only one. */
  public @Nullable ConfiguredExpression single() {
    return written.size() == 1 && ConfiguredExpression.isOne(written.get(0))
        ? ConfiguredExpression.of(written.get(0))
        : null;
  }
}
