package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A parameter or resource that a function names, and where it does.
 *
 * @param attribute what it asks for of the resource, all words of it; empty where the resource
 *     itself is meant, or where that is not written out
 * @param place finds where it does, for which text has to be read once more
 */
public record NameUse(String name, Optional<String> attribute, Supplier<Span> place) {

  /** Where the function names it. */
  public Span at() {
    return place.get();
  }

  /** What a call names itself; what its arguments name is for their own calls to say. */
  public static List<NameUse> of(Call call) {
    return switch (call.name()) {
      case "Ref" ->
          call.argument() instanceof Node.Scalar name && name.tag() == null
              ? List.of(new NameUse(name.text().strip(), Optional.empty(), name::span))
              : List.of();
      case "Fn::GetAtt" ->
          call.argument() instanceof Node.Scalar name && name.tag() == null
              ? List.of(dotted(name.text(), name::span))
              : listed(items(call)).stream().toList();
      case "Fn::Sub" -> inText(call);
      default -> List.of();
    };
  }

  private static List<NameUse> inText(Call call) {
    List<NameUse> uses = new ArrayList<>();
    Node.Scalar text = text(call).orElse(null);
    for (Piece piece : names(call)) {
      if (text != null && isName(piece.text())) {
        uses.add(dotted(piece.text(), () -> text.part(piece.from(), piece.to())));
      }
    }
    return uses;
  }

  /** The text of an {@code Fn::Sub}, if it is written out. */
  public static Optional<Node.Scalar> text(Call call) {
    return call.argument()
        .asScalar()
        .filter(node -> node.tag() == null)
        .or(() -> first(items(call)));
  }

  /** The names in the text of an {@code Fn::Sub} that are not its own variables. */
  public static List<Piece> names(Call call) {
    List<Node> items = items(call);
    Set<String> own = new HashSet<>();
    if (items.size() == 2) {
      items
          .get(1)
          .asMapping()
          .ifPresent(map -> map.members().forEach(member -> own.add(member.key())));
    }
    Optional<Node.Scalar> text = text(call);
    List<Piece> names = new ArrayList<>();
    if (text.isPresent()) {
      for (Piece piece : pieces(text.get().text())) {
        if (piece.name() && !own.contains(piece.text())) {
          names.add(piece);
        }
      }
    }
    return names;
  }

  private static List<Node> items(Call call) {
    return call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
  }

  private static Optional<Node.Scalar> first(List<Node> items) {
    return items.isEmpty()
        ? Optional.empty()
        : items.get(0).asScalar().filter(node -> node.tag() == null);
  }

  private static NameUse dotted(String text, Supplier<Span> at) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new NameUse(text.strip(), Optional.empty(), at)
        : new NameUse(
            text.substring(0, dot).strip(), Optional.of(text.substring(dot + 1).strip()), at);
  }

  private static Optional<NameUse> listed(List<Node> items) {
    Optional<String> attribute =
        items.size() == 2
            ? first(items.subList(1, 2)).map(Node.Scalar::text).map(String::strip)
            : Optional.empty();
    return first(items)
        .map(name -> dotted(name.text(), name::span))
        .map(use -> use.attribute().isPresent() ? use : use.asking(attribute));
  }

  private NameUse asking(Optional<String> other) {
    return new NameUse(name, other, place);
  }

  /**
   * A piece of the text.
   *
   * @param text literal text, or the name between the braces
   * @param from where the piece begins, braces included
   */
  public record Piece(boolean name, String text, int from, int to) {}

  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        pieces.add(new Piece(false, text.substring(at), at, text.length()));
        return pieces;
      }
      if (open > at) {
        pieces.add(new Piece(false, text.substring(at, open), at, open));
      }
      String inside = text.substring(open + 2, close);
      boolean literal = inside.startsWith("!");
      pieces.add(
          new Piece(
              !literal,
              literal ? "${" + inside.substring(1) + "}" : inside.strip(),
              open,
              close + 1));
      at = close + 1;
    }
    return pieces;
  }

  /** True if CloudFormation takes this as a name: letters, digits, dots and colons. */
  public static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != ':' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
