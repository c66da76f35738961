package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Label;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.PropertyNames;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What CloudFormation would reject of a template, so that nothing of its stack comes to be (F203,
 * F204, F205, F206, F252), and what it may reject.
 */
final class Refusals {
  private static final Set<String> EXTENSIONS = Set.of("Fn::Length", "Fn::ToJsonString");

  /** What YAML reads as a number. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9_]*|0[0-7_]+|[0-9]+\\.[0-9]*)");

  private final Catalog catalog;
  private final List<Diagnostic> certain = new ArrayList<>();
  private final Map<String, Diagnostic> possible = new HashMap<>();
  private final AskedAttributes attributes;

  private Refusals(Stack stack) {
    this.catalog = stack.hypothesis().catalog();
    this.attributes = AskedAttributes.of(stack);
    certain.addAll(attributes.refused());
  }

  static Refusals of(Stack stack) {
    Refusals refusals = new Refusals(stack);
    Template template = stack.template();
    if (template.lacksExtensions()) {
      for (String section : List.of("Conditions", "Resources", "Outputs")) {
        refusals.members(template.section(section));
      }
    }
    template.section("Mappings").forEach(map -> refusals.keys(map.value()));
    stack.resources().stream()
        .filter(declared -> stack.hypothesis().aside(() -> stack.existence(declared)).holds())
        .forEach(refusals::resource);
    return refusals;
  }

  /** All that there is to say. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(certain);
    all.addAll(possible.values());
    all.addAll(attributes.doubtful());
    return all;
  }

  /** A resource of the stack, marked if it certainly or perhaps never comes to be. */
  Resource marked(Resource resource, DeclaredResource declared) {
    if (!certain.isEmpty()) {
      return resource.with("refused", because(certain.get(0)));
    }
    return Optional.ofNullable(possible.get(declared.id()))
        .or(() -> attributes.doubtful().stream().findFirst())
        .map(doubt -> resource.with("unrecognised", because(doubt)))
        .orElse(resource);
  }

  private static Value because(Diagnostic said) {
    Label at = said.primary();
    return new Value.Unknown(said.message(), at == null ? Origin.NOWHERE : Origin.at(at.span()));
  }

  private void members(List<Node.Member> members) {
    for (Node.Member member : members) {
      if (member.key().startsWith(Call.LOOP)) {
        certain.add(TemplateError.NO_EXTENSIONS.with(member.keySpan(), member.key()));
      } else {
        visit(member.value());
      }
    }
  }

  private void visit(Node node) {
    Optional<Call> call = Call.of(node);
    boolean extended =
        call.filter(
                one ->
                    EXTENSIONS.contains(one.name())
                        || (one.name().equals("Fn::FindInMap")
                            && one.argument()
                                .asSequence()
                                .filter(list -> list.items().size() == 4)
                                .isPresent()))
            .isPresent();
    if (extended) {
      certain.add(TemplateError.NO_EXTENSIONS.with(call.get().span(), call.get().name()));
    }
    node.asSequence().ifPresent(list -> list.items().forEach(this::visit));
    node.asMapping().ifPresent(mapping -> members(mapping.members()));
  }

  /** F252: a key that YAML reads as a number is none. */
  private void keys(Node node) {
    node.asMapping()
        .ifPresent(
            mapping ->
                mapping
                    .members()
                    .forEach(
                        member -> {
                          if (NUMBER.matcher(member.keySpan().text()).matches()) {
                            certain.add(
                                TemplateError.NUMBER_KEY.with(member.keySpan(), member.key()));
                          }
                          keys(member.value());
                        }));
  }

  private void resource(DeclaredResource declared) {
    String type = declared.type();
    Optional<Binding> binding = catalog.cloudFormation(type);
    if (binding.isEmpty()) {
      misspelt(type)
          .ifPresent(
              meant ->
                  certain.add(
                      TemplateError.NO_SUCH_TYPE
                          .with(declared.typeAt(), type)
                          .withHelp("did you mean `" + meant + "`?")));
    } else if (!declared.isMadeByMacro()) {
      declared.properties().ifPresent(node -> properties(declared, node, ""));
    }
  }

  /** F204: within case or a letter of a type that there is. */
  private Optional<String> misspelt(String type) {
    return type.startsWith("AWS::") || type.toLowerCase(java.util.Locale.ROOT).startsWith("aws::")
        ? catalog.types().stream()
            .map(ResourceType::bindings)
            .flatMap(List::stream)
            .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
            .map(Binding::spelling)
            .filter(known -> DidYouMean.isSlip(type, known))
            .findFirst()
        : Optional.empty();
  }

  private void properties(DeclaredResource declared, Node node, String path) {
    node.asSequence()
        .ifPresent(list -> list.items().forEach(item -> properties(declared, item, path)));
    Optional<Node.Mapping> mapping = node.asMapping().filter(any -> Call.of(node).isEmpty());
    Optional<Set<String>> known = PropertyNames.of(declared.type(), path);
    if (mapping.isEmpty() || known.isEmpty()) {
      return;
    }
    for (Node.Member member : mapping.get().members()) {
      if (known.get().contains(member.key())) {
        properties(
            declared, member.value(), path.isEmpty() ? member.key() : path + "." + member.key());
      } else if (!member.key().startsWith("Fn::")) {
        unknown(declared, member, known.get());
      }
    }
  }

  /** F203: a slip is refused; what is like nothing may be newer than what is known here. */
  private void unknown(DeclaredResource declared, Node.Member member, Set<String> known) {
    Optional<String> meant =
        known.stream().filter(one -> DidYouMean.isSlip(member.key(), one)).findFirst();
    if (meant.isPresent()) {
      certain.add(
          TemplateError.NO_SUCH_PROPERTY
              .with(member.keySpan(), declared.type(), member.key())
              .withHelp("did you mean `" + meant.get() + "`?"));
    } else {
      possible.putIfAbsent(
          declared.id(),
          TemplateError.UNKNOWN_PROPERTY.with(member.keySpan(), declared.type(), member.key()));
    }
  }
}
