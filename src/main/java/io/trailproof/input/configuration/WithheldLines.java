package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.document.Node;
import io.trailproof.document.Unquoted;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a configuration that may hold the value of a parameter, which may be secret, though
 * only the template says so: what is wrong there is said by place and key.
 */
final class WithheldLines {
  private static final String DEPLOYMENTS = "deployments";
  private static final String PARAMETERS = "parameters";

  private final List<Span> withheld = new ArrayList<>();

  private WithheldLines() {}

  /**
   * The problems, those in such lines without the text.
   *
   * @param root of the file; none if it is no YAML, where any line may be one
   * @param sections what may stand in the file
   * @param members what may stand in a deployment
   */
  static List<Diagnostic> unquoted(
      List<Diagnostic> problems,
      SourceFile file,
      Optional<Node> root,
      Set<String> sections,
      Set<String> members) {
    WithheldLines lines = new WithheldLines();
    if (root.isPresent()) {
      lines.root(root.get(), sections, members);
    } else if (file.text().contains(DEPLOYMENTS) || file.text().contains(PARAMETERS)) {
      lines.withheld.add(file.span(0, file.length()));
    }
    return problems.stream().map(one -> lines.hold(one) ? Unquoted.of(one) : one).toList();
  }

  private void root(Node root, Set<String> sections, Set<String> members) {
    Optional<Node.Mapping> all = root.asMapping();
    if (all.isEmpty()) {
      withheld.add(root.span());
      return;
    }
    for (Node.Member section : all.get().members()) {
      if (section.key().equals(DEPLOYMENTS)) {
        deployments(section.value(), members);
      } else if (!sections.contains(section.key())) {
        withheld.add(section.value().span());
      }
    }
  }

  private void deployments(Node deployments, Set<String> members) {
    Optional<Node.Mapping> all = deployments.asMapping();
    if (all.isEmpty()) {
      withheld.add(deployments.span());
      return;
    }
    for (Node.Member deployment : all.get().members()) {
      Optional<Node.Mapping> stated = deployment.value().asMapping();
      if (stated.isEmpty()) {
        withheld.add(deployment.value().span());
        continue;
      }
      for (Node.Member member : stated.get().members()) {
        if (member.key().equals(PARAMETERS) || !members.contains(member.key())) {
          withheld.add(member.value().span());
        }
      }
    }
  }

  private boolean hold(Diagnostic problem) {
    return (problem.primary() != null && touch(problem.primary()))
        || problem.secondary().stream().anyMatch(this::touch);
  }

  private boolean touch(Label label) {
    return withheld.stream().anyMatch(span -> span.sharesLine(label.span()));
  }
}
