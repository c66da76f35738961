package io.trailproof.cli;

import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters that a template leaves open, and values that each may be given. */
final class TemplateParameters {
  private TemplateParameters() {}

  /** A parameter without default, and some values that it takes. */
  record Open(String name, List<String> values) {}

  /** The parameters of a template that have no default; none if it cannot be read. */
  static List<Open> open(String text) {
    List<Open> open = new ArrayList<>();
    Documents.read(SourceFile.ofText("template", text))
        .value()
        .flatMap(root -> member(root, "Parameters"))
        .ifPresent(
            parameters -> {
              for (Node.Member parameter : members(parameters)) {
                if (member(parameter.value(), "Default").isEmpty()) {
                  open.add(new Open(parameter.key(), values(parameter)));
                }
              }
            });
    return open;
  }

  private static List<String> values(Node.Member parameter) {
    List<String> allowed =
        member(parameter.value(), "AllowedValues").map(TemplateParameters::texts).orElse(List.of());
    if (!allowed.isEmpty()) {
      return allowed;
    }
    String type = member(parameter.value(), "Type").map(TemplateParameters::text).orElse("String");
    String name = parameter.key().toLowerCase(Locale.ROOT);
    if (type.equals("Number")) {
      return List.of(
          member(parameter.value(), "MinValue").map(TemplateParameters::text).orElse("1"));
    }
    if (name.contains("mail")) {
      return List.of("security@acme.test");
    }
    if (name.contains("arn")) {
      return List.of("arn:aws:sns:us-east-1:123456789012:alerts");
    }
    return List.of("some-" + name, "true");
  }

  private static Optional<Node> member(Node node, String key) {
    return members(node).stream()
        .filter(one -> one.key().equals(key))
        .map(Node.Member::value)
        .findFirst();
  }

  private static List<Node.Member> members(Node node) {
    return node.match(any -> List.of(), any -> List.of(), Node.Mapping::members);
  }

  private static List<String> texts(Node node) {
    return node.match(
        any -> List.of(),
        list -> list.items().stream().map(TemplateParameters::text).toList(),
        any -> List.of());
  }

  private static String text(Node node) {
    return node.match(Node.Scalar::text, any -> "", any -> "");
  }
}
