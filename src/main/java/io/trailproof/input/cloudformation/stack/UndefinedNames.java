package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.NameUse;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Names that a template uses and does not define: CloudFormation refuses such a template. */
final class UndefinedNames {
  private final Set<String> names = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> conditions;
  private final boolean all;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private UndefinedNames(Stack stack) {
    stack.template().section("Parameters").forEach(member -> names.add(member.key()));
    stack.resources().forEach(declared -> resources.add(declared.id()));
    names.addAll(resources);
    this.conditions = stack.conditions().names();
    this.all = stack.definesAllNames();
  }

  static List<Diagnostic> check(Stack stack) {
    UndefinedNames names = new UndefinedNames(stack);
    Template template = stack.template();
    template.section("Conditions").stream()
        .filter(member -> !member.key().startsWith(Call.LOOP))
        .forEach(member -> names.condition(member.value()));
    template.section("Outputs").forEach(member -> names.owner(member, true));
    for (Node.Member member : template.section("Resources")) {
      names.owner(member, false);
    }
    for (DeclaredResource declared : stack.resources()) {
      if (declared.type().isEmpty()) {
        names.diagnostics.add(TemplateError.NO_TYPE.with(declared.at(), declared.id()));
      }
    }
    return names.diagnostics;
  }

  /** A resource or an output: the only places of the {@code Condition} attribute. */
  private void owner(Node.Member member, boolean output) {
    if (member.key().startsWith(Call.LOOP) || member.key().equals(Call.TRANSFORM)) {
      return;
    }
    Optional<Node.Mapping> body = member.value().asMapping();
    if (body.isEmpty()) {
      diagnostics.add(TemplateError.NOT_A_MAPPING.with(member.keySpan(), member.key()));
    }
    body.flatMap(mapping -> mapping.get("Condition"))
        .flatMap(Node::asScalar)
        .ifPresent(this::conditionName);
    if (output) {
      visit(member.value());
      return;
    }
    body.flatMap(mapping -> mapping.get("Properties")).ifPresent(this::visit);
    body.flatMap(mapping -> mapping.get("DependsOn"))
        .ifPresent(
            node -> {
              node.asScalar().ifPresent(name -> use(name.text().strip(), name::span));
              node.asSequence()
                  .ifPresent(
                      list ->
                          list.items().stream()
                              .flatMap(item -> item.asScalar().stream())
                              .forEach(name -> use(name.text().strip(), name::span)));
            });
  }

  private void condition(Node node) {
    node.asMapping()
        .filter(mapping -> mapping.members().size() == 1)
        .flatMap(mapping -> mapping.get("Condition"))
        .flatMap(Node::asScalar)
        .ifPresent(this::conditionName);
    Optional<Call> call = Call.of(node);
    if (call.isPresent()) {
      call(call.get());
      NameUse.of(call.get()).stream()
          .filter(use -> resources.contains(use.name()))
          .forEach(
              use ->
                  diagnostics.add(TemplateError.RESOURCE_IN_CONDITION.with(use.at(), use.name())));
    }
    for (Node child : children(node)) {
      condition(child);
    }
  }

  private void visit(Node node) {
    Optional<Call> call = Call.of(node);
    if (call.isPresent()) {
      call(call.get());
      if (call.get().name().equals(Call.TRANSFORM)) {
        return;
      }
    }
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        visit(item);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        if (!member.key().startsWith(Call.LOOP)) {
          visit(member.value());
        }
      }
    }
  }

  private static List<Node> children(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node instanceof Node.Sequence list ? list.items() : List.of();
    }
    List<Node> children = new ArrayList<>(mapping.members().size());
    for (Node.Member member : mapping.members()) {
      if (!member.key().startsWith(Call.LOOP)) {
        children.add(member.value());
      }
    }
    return children;
  }

  private void call(Call call) {
    for (NameUse use : NameUse.of(call)) {
      use(use.name(), use.place());
    }
    switch (call.name()) {
      case "Condition" -> untagged(call.argument()).ifPresent(this::conditionName);
      case "Fn::If" ->
          call.argument().asSequence().map(Node.Sequence::items).orElse(List.of()).stream()
              .limit(1)
              .flatMap(item -> untagged(item).stream())
              .forEach(this::conditionName);
      case "Fn::Sub" -> NameUse.text(call).ifPresent(text -> sub(text, NameUse.names(call)));
      default -> {}
    }
  }

  private static Optional<Node.Scalar> untagged(Node node) {
    return node.asScalar().filter(scalar -> scalar.tag() == null);
  }

  private void sub(Node.Scalar text, List<NameUse.Piece> names) {
    for (NameUse.Piece piece : names) {
      if (!NameUse.isName(piece.text())) {
        diagnostics.add(TemplateError.SUB_NAME.at(text.part(piece.from(), piece.to())));
      }
    }
  }

  private void use(String name, Supplier<Span> place) {
    if (!isKnown(name)) {
      diagnostics.add(
          TemplateError.UNKNOWN_NAME.unlike(
              place.get(), name, PseudoParameters.isOne(name) ? PseudoParameters.NAMES : names));
    }
  }

  private boolean isKnown(String name) {
    return PseudoParameters.NAMES.contains(name)
        || names.contains(name)
        || (!all && !PseudoParameters.isOne(name));
  }

  private void conditionName(Node.Scalar name) {
    if (all && !conditions.contains(name.text().strip())) {
      diagnostics.add(
          TemplateError.UNKNOWN_CONDITION.unlike(name.span(), name.text().strip(), conditions));
    }
  }
}
