package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an export as it is written, before anything is known of its stack: what a parameter
 * or the name of the stack gives is a gap in it.
 */
final class ExportName {
  private static final String GAP = "\u0000";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^!}][^}]*}");

  private ExportName() {}

  /** The name with its gaps; empty if nothing of it is written. */
  static Optional<String> of(Node node) {
    String name = text(node).replaceAll(GAP + "+", GAP);
    return name.equals(GAP) || name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static String text(Node node) {
    Optional<Call> call = Call.of(node);
    if (call.isEmpty()) {
      return node.asScalar().map(Node.Scalar::text).orElse(GAP);
    }
    Node argument = call.get().argument();
    return switch (call.get().name()) {
      case "Fn::Sub" -> {
        Node pattern =
            argument.asSequence().flatMap(all -> all.items().stream().findFirst()).orElse(argument);
        String written = pattern.asScalar().map(Node.Scalar::text).orElse(GAP);
        yield VARIABLE.matcher(written).replaceAll(Matcher.quoteReplacement(GAP));
      }
      case "Fn::Join" -> joined(call.get());
      default -> GAP;
    };
  }

  private static String joined(Call join) {
    Optional<List<Node>> arguments = join.arguments(2);
    Optional<String> between = arguments.flatMap(two -> two.get(0).asString());
    Optional<Node.Sequence> parts = arguments.flatMap(two -> two.get(1).asSequence());
    return between.isPresent() && parts.isPresent()
        ? String.join(between.get(), parts.get().items().stream().map(ExportName::text).toList())
        : GAP;
  }

  /** True if a part of the name is not written. */
  static boolean isOpen(String name) {
    return name.contains(GAP);
  }

  /** True if two names can be the same. */
  static boolean mayBe(String one, String other) {
    return one.equals(other) || fits(one, other) || fits(other, one);
  }

  private static boolean fits(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split(GAP, -1)) {
      regex.append(regex.length() == 0 ? "" : ".+").append(Pattern.quote(part));
    }
    return isOpen(pattern) && name.matches("(?s)" + regex);
  }
}
