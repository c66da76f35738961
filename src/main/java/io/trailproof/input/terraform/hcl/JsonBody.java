package io.trailproof.input.terraform.hcl;

import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON notation of the same structure. */
final class JsonBody {
  /** How many labels the blocks of a file have; all others have none. */
  private static final Map<String, Integer> LABELS =
      Map.of("resource", 2, "data", 2, "module", 1, "provider", 1, "variable", 1, "output", 1);

  private JsonBody() {}

  /** The body of a file. */
  static Body of(Node.Mapping root) {
    List<Block> blocks = new ArrayList<>();
    for (Node.Member member : root.members()) {
      int labels = LABELS.getOrDefault(member.key(), 0);
      add(member.key(), List.of(), labels, member.keySpan(), member.value(), blocks);
    }
    return new Body(Map.of(), blocks);
  }

  /** Blocks of a type: labels are keys, and a list holds several. */
  private static void add(
      String type, List<String> labels, int more, Span header, Node node, List<Block> into) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> add(type, labels, more, header, item, into));
    } else if (node instanceof Node.Mapping mapping && more == 0) {
      into.add(new Block(type, labels, header, mapping.span(), inner(mapping)));
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        List<String> longer = new ArrayList<>(labels);
        longer.add(member.key());
        add(type, longer, more - 1, member.keySpan(), member.value(), into);
      }
    }
  }

  private static Body inner(Node.Mapping mapping) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    List<Block> blocks = new ArrayList<>();
    for (Node.Member member : mapping.members()) {
      String name = member.key();
      attributes.put(
          name,
          new Attribute(
              name,
              member.keySpan(),
              member.value().span(),
              definition(member.value()),
              () -> JsonArgument.of(member.value())));
      int labels = name.equals("dynamic") ? 1 : 0;
      add(name, List.of(), labels, member.keySpan(), member.value(), blocks);
    }
    return new Body(attributes, blocks);
  }

  private static Definition definition(Node node) {
    return node.match(
        JsonBody::scalar,
        sequence ->
            new Definition.Items(
                sequence.span(), sequence.items().stream().map(JsonBody::definition).toList()),
        mapping -> {
          Map<String, Definition> fields = new LinkedHashMap<>();
          mapping.members().forEach(member -> fields.put(member.key(), definition(member.value())));
          return new Definition.Fields(mapping.span(), fields);
        });
  }

  /** A string is a template, in which JSON has undone the escapes already. */
  private static Definition scalar(Node.Scalar scalar) {
    if (scalar.kind() != Node.Kind.STRING) {
      return new Definition.Literal(scalar.span(), scalar.text(), false);
    }
    byte[] text = scalar.text().getBytes(StandardCharsets.UTF_8);
    return new DefinitionReader(text, (start, end) -> scalar.span())
        .template(0, text.length, 0, text.length, false, 0);
  }
}
