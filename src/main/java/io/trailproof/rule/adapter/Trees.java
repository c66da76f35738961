package io.trailproof.rule.adapter;

import io.trailproof.aws.eventpattern.Tree;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Decimal;
import io.trailproof.document.JsonReader;
import io.trailproof.document.Node;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.source.SourceFile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values of a graph, in the words of the event-pattern engine. */
public record Trees(ResourceGraph graph) {

  /** The tree that a property holds, as JSON text or as an object; empty if the text is no JSON. */
  public Optional<Tree> document(Value value) {
    Value resolved = graph.resolve(value);
    Optional<String> text = resolved.asText();
    if (text.isEmpty()) {
      return Optional.of(tree(resolved));
    }
    Outcome<Node> read = JsonReader.read(SourceFile.ofText("pattern", text.get()));
    return read.value().map(Trees::tree);
  }

  private Tree tree(Value value) {
    return graph
        .resolve(value)
        .match(
            new Value.Cases<>() {
              @Override
              public Tree other(Value other) {
                return Tree.unknown();
              }

              @Override
              public Tree known(Value.Known known) {
                if (known.value() instanceof Boolean flag) {
                  return Tree.flag(flag);
                }
                return known.value() instanceof BigDecimal number
                    ? new Tree.Numeral(number)
                    : Tree.text(known.text());
              }

              @Override
              public Tree items(Value.Items list) {
                return new Tree.Items(list.items().stream().map(Trees.this::tree).toList());
              }

              @Override
              public Tree fields(Value.Fields object) {
                Map<String, Tree> members = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> members.put(name, tree(field)));
                return new Tree.Members(members, true);
              }

              @Override
              public Tree absent(Value.Absent absent) {
                return new Tree.Null();
              }
            });
  }

  private static Tree tree(Node node) {
    return node.match(
        Trees::scalar,
        sequence -> new Tree.Items(sequence.items().stream().map(Trees::tree).toList()),
        mapping -> {
          Map<String, Tree> members = new LinkedHashMap<>();
          mapping.members().forEach(member -> members.put(member.key(), tree(member.value())));
          return new Tree.Members(members, true);
        });
  }

  private static Tree scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> Tree.text(scalar.text());
      case NUMBER ->
          Decimal.read(scalar.text())
              .<Tree>map(Tree.Numeral::new)
              .orElseGet(() -> Tree.text(scalar.text()));
      case BOOLEAN -> Tree.flag(Boolean.parseBoolean(scalar.text()));
      case NULL -> new Tree.Null();
    };
  }
}
