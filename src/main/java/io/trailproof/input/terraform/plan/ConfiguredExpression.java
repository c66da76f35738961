package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration section tells of an expression: the things it refers to, or its constant
 * value, or neither (section 5).
 *
 * @param references the distinct references, each at its full length, in the order of the list
 * @param constant the constant, if it is a scalar and nothing is referred to
 */
public record ConfiguredExpression(List<String> references, Node.@Nullable Scalar constant) {
  /** An expression of constants alone, which leaves nothing behind (section 5). */
  static final ConfiguredExpression EMPTY = new ConfiguredExpression(List.of(), null);

  /** What an index beside a resource may be made of. */
  public static final Set<String> INDEXES = Set.of("each.key", "each.value", "count.index");

  private static final Set<String> KEYS = Set.of("references", "constant_value");

  public ConfiguredExpression {
    references = List.copyOf(references);
  }

  /** True for an expression object, false for a nested block or a list of them. */
  public static boolean isOne(Node node) {
    return node instanceof Node.Mapping mapping
        && mapping.members().stream().allMatch(member -> KEYS.contains(member.key()));
  }

  public static ConfiguredExpression of(Node node) {
    return node instanceof Node.Mapping mapping ? of(mapping) : EMPTY;
  }

  private static ConfiguredExpression of(Node.Mapping mapping) {
    List<String> references = distinct(mapping.get("references").orElse(null));
    Node.Scalar constant = mapping.get("constant_value").flatMap(Node::asScalar).orElse(null);
    // In .tf.json both are written, and the constant is the raw template.
    return new ConfiguredExpression(references, references.isEmpty() ? constant : null);
  }

  /**
   * Each run in the list begins with its longest member and goes on with that one's prefixes, which
   * say nothing new.
   */
  private static List<String> distinct(@Nullable Node list) {
    List<String> kept = new ArrayList<>();
    if (list instanceof Node.Sequence sequence) {
      String last = "";
      for (Node item : sequence.items()) {
        String reference = item.asString().orElse("");
        if (reference.isEmpty() || reference.equals(last) || isPrefix(reference, last)) {
          continue;
        }
        kept.add(reference);
        last = reference;
      }
    }
    return kept;
  }

  private static boolean isPrefix(String shorter, String longer) {
    return longer.length() > shorter.length()
        && longer.startsWith(shorter)
        && (longer.charAt(shorter.length()) == '.' || longer.charAt(shorter.length()) == '[');
  }

  /** True if a resource beside it may be indexed by what is repeated over. */
  public boolean isIndexed() {
    return references.stream().anyMatch(INDEXES::contains);
  }

  /** True if it refers to several things, of which a part of it may be any. */
  public boolean isOfSeveral() {
    return references.stream().filter(one -> !isOwn(one)).count() > 1;
  }

  /** True for what a module knows of itself, which is no object. */
  private static boolean isOwn(String reference) {
    return INDEXES.contains(reference)
        || reference.startsWith("path.")
        || reference.startsWith("terraform.");
  }

  /** The constant as text. */
  public Optional<String> text() {
    return constant == null || constant.isNull() ? Optional.empty() : Optional.of(constant.text());
  }
}
