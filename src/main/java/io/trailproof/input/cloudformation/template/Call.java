package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A function as it is written: {@code {"Fn::Sub": …}} or {@code !Sub …}.
 *
 * @param name the long form
 * @param span the whole of it
 */
public record Call(String name, Node argument, Span span) {
  private static final String PREFIX = "Fn::";

  /** The loop of the language extensions, which is a key and no value. */
  public static final String LOOP = "Fn::ForEach::";

  public static final String TRANSFORM = "Fn::Transform";

  /** The function that a node is, if it is one. */
  public static Optional<Call> of(Node node) {
    // Every walk asks each node, of which most are one of these two.
    if (node instanceof Node.Scalar scalar && scalar.tag() == null) {
      return Optional.empty();
    }
    if (node instanceof Node.Mapping mapping && mapping.tag() == null) {
      return of(mapping);
    }
    String tag = node.tag();
    return tag == null
        ? Optional.empty()
        : Optional.of(new Call(longForm(tag), untagged(node), node.span()));
  }

  private static Optional<Call> of(Node.Mapping mapping) {
    List<Node.Member> members = mapping.members();
    for (int i = 0; i < members.size(); i++) {
      Node.Member member = members.get(i);
      String key = member.key();
      if (isFunction(key) || (members.size() == 1 && key.equals("Ref"))) {
        return Optional.of(new Call(key, member.value(), mapping.span()));
      }
    }
    return Optional.empty();
  }

  private static boolean isFunction(String key) {
    return !key.isEmpty()
        && key.charAt(0) == 'F' // of most keys no more is looked at
        && key.startsWith(PREFIX)
        && !key.startsWith(LOOP);
  }

  private static String longForm(String tag) {
    return switch (tag) { // most of what there is, without a new text for each
      case "!Ref" -> "Ref";
      case "!Condition" -> "Condition";
      case "!Sub" -> "Fn::Sub";
      case "!GetAtt" -> "Fn::GetAtt";
      case "!If" -> "Fn::If";
      case "!Join" -> "Fn::Join";
      case "!Equals" -> "Fn::Equals";
      case "!Select" -> "Fn::Select";
      case "!FindInMap" -> "Fn::FindInMap";
      default -> PREFIX + tag.substring(1);
    };
  }

  private static Node untagged(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(scalar.span(), scalar.kind(), scalar.text(), null);
    }
    return node instanceof Node.Sequence sequence
        ? new Node.Sequence(sequence.span(), sequence.items(), null)
        : node.asMapping()
            .<Node>map(mapping -> new Node.Mapping(mapping.span(), mapping.members(), null))
            .orElse(node);
  }

  public Origin origin() {
    return Origin.at(span);
  }

  /** The argument as a list of exactly so many members. */
  public Optional<List<Node>> arguments(int count) {
    return argument
        .asSequence()
        .filter(list -> list.tag() == null)
        .map(Node.Sequence::items)
        .filter(items -> items.size() == count);
  }
}
