package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What CloudFormation refuses or warns of wherever it stands: keys, nulls, shapes of functions. */
public final class Structure {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean aliased;

  private Structure() {}

  static List<Diagnostic> check(Template template) {
    Structure structure = new Structure();
    structure.keys(template.root());
    for (String section : List.of("Conditions", "Resources", "Outputs")) {
      template.section(section).forEach(member -> structure.visit(member.key(), member.value()));
    }
    return structure.diagnostics;
  }

  /** What is wrong with a part of a template that another includes. */
  static List<Diagnostic> snippet(Node root) {
    Structure structure = new Structure();
    structure.visit("", root);
    structure.shortForm(root);
    return structure.diagnostics;
  }

  /** One of them says it all. */
  private boolean shortForm(Node node) {
    if (node.tag() != null) {
      diagnostics.add(TemplateProblem.shortForm(node.span()));
      return true;
    }
    return node.match(
        scalar -> false,
        list -> list.items().stream().anyMatch(this::shortForm),
        mapping -> mapping.members().stream().anyMatch(member -> shortForm(member.value())));
  }

  private void visit(String key, Node node) {
    Call.of(node).ifPresent(call -> call(call, node));
    node.asScalar()
        .filter(scalar -> scalar.isNull() && scalar.tag() == null)
        .ifPresent(scalar -> diagnostics.add(TemplateProblem.nullValue(key, scalar.span())));
    node.asSequence().ifPresent(list -> list.items().forEach(item -> visit(key, item)));
    node.asMapping().ifPresent(this::mapping);
  }

  private void mapping(Node.Mapping mapping) {
    if (!seen.add(mapping) && !aliased) {
      aliased = true;
      diagnostics.add(TemplateProblem.alias(mapping.span()));
    }
    keys(mapping);
    mapping.members().forEach(member -> visit(member.key(), member.value()));
  }

  private void keys(Node.Mapping mapping) {
    Set<String> seen = new HashSet<>();
    for (Node.Member member : mapping.members()) {
      if (!seen.add(member.key())) {
        diagnostics.add(TemplateProblem.duplicateKey(member.key(), member.keySpan()));
      }
    }
  }

  private void call(Call call, Node node) {
    boolean alone = node.asMapping().filter(mapping -> mapping.members().size() > 1).isEmpty();
    if (node.tag() == null && !alone && !call.name().equals(Call.TRANSFORM)) {
      diagnostics.add(TemplateProblem.siblings(call.name(), call.span()));
    }
    Shape shape = Shape.of(call.name());
    if (shape == null) {
      diagnostics.add(TemplateProblem.unknownFunction(call.name(), call.span()));
    } else if (!shape.fits(call.argument())) {
      diagnostics.add(TemplateProblem.shape(call.name(), shape.words(), call.span()));
    }
  }
}
