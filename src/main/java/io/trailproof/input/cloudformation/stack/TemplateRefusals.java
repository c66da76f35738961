package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.catalog.Schemas;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Sections;
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
 * What CloudFormation rejects of how a template is written, so that nothing of its stack comes to
 * be (F203, F204, F205, F206, F252), and what it may reject.
 */
final class TemplateRefusals {
  private static final Set<String> EXTENSIONS = Set.of("Fn::Length", "Fn::ToJsonString");

  /** What YAML 1.1 reads as a number. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0|[1-9][0-9_]*(:[0-5]?[0-9])*|0[0-7_]+|0b[01_]+|0x[0-9a-fA-F_]+"
              + "|([0-9][0-9_]*\\.[0-9_]*|\\.[0-9_]+)([eE][-+][0-9]+)?)");

  /** What may stand beside the properties of a resource; the last are SAM's and custom ones'. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "Metadata",
          "CreationPolicy",
          "DeletionPolicy",
          "UpdatePolicy",
          "UpdateReplacePolicy",
          "Connectors",
          "IgnoreGlobals",
          "Version");

  private static final Set<String> POLICY_ATTRIBUTES =
      Set.of("DeletionPolicy", "UpdateReplacePolicy");

  /** What becomes of a resource that its stack gives up. */
  private static final Set<String> POLICIES =
      Set.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot");

  private final Catalog catalog;
  private final boolean asWritten;
  private final List<Diagnostic> certain = new ArrayList<>();
  private final Map<String, Diagnostic> possible = new HashMap<>();

  /** What may be newer than this version; what is on the way to somebody, the check finds. */
  private final List<Diagnostic> newer = new ArrayList<>();

  private final List<Diagnostic> sections;
  private final AskedAttributes attributes;

  private TemplateRefusals(Stack stack) {
    this.catalog = stack.hypothesis().catalog();
    this.asWritten = stack.template().isAsWritten();
    this.attributes = AskedAttributes.of(stack);
    this.sections = asWritten ? Sections.unknown(stack.template()) : List.of();
    certain.addAll(attributes.refused());
  }

  static TemplateRefusals of(Stack stack) {
    TemplateRefusals refusals = new TemplateRefusals(stack);
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
    all.addAll(newer);
    all.addAll(doubtful());
    return all;
  }

  /** What CloudFormation certainly rejects. */
  List<Diagnostic> certain() {
    return certain;
  }

  /** What may be wrong with single resources, by their names. */
  Map<String, Diagnostic> possible() {
    return possible;
  }

  /** What may be wrong with the whole stack. */
  List<Diagnostic> doubtful() {
    List<Diagnostic> doubts = new ArrayList<>(sections);
    doubts.addAll(attributes.doubtful());
    return doubts;
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
    if (call.isPresent() && isExtended(call.get())) {
      certain.add(TemplateError.NO_EXTENSIONS.with(call.get().span(), call.get().name()));
    }
    if (node instanceof Node.Sequence list) {
      list.items().forEach(this::visit);
    } else if (node instanceof Node.Mapping mapping) {
      members(mapping.members());
    }
  }

  private static boolean isExtended(Call call) {
    return EXTENSIONS.contains(call.name())
        || (call.name().equals("Fn::FindInMap")
            && call.argument().asSequence().filter(list -> list.items().size() == 4).isPresent());
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
    if (asWritten) {
      attributes(declared);
    }
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
      Optional<AttributeTree> known = Schemas.attributes(type);
      declared
          .properties()
          .ifPresent(node -> known.ifPresent(all -> properties(declared, node, all)));
    }
  }

  private void attributes(DeclaredResource declared) {
    for (Node.Member member : declared.body().members()) {
      String key = member.key();
      if (POLICY_ATTRIBUTES.contains(key)) {
        member
            .value()
            .asScalar()
            .filter(policy -> policy.tag() == null && !POLICIES.contains(policy.text()))
            .ifPresent(
                policy ->
                    certain.add(
                        TemplateError.NO_SUCH_POLICY.with(policy.span(), declared.id(), key)));
      }
      if (!ATTRIBUTES.contains(key) && !key.startsWith("Fn::")) {
        Optional<String> meant = slip(key, ATTRIBUTES);
        if (meant.isPresent()) {
          certain.add(
              TemplateError.NO_SUCH_KEY
                  .with(member.keySpan(), declared.id(), key)
                  .withHelp("did you mean `" + meant.get() + "`?"));
        } else {
          possible.putIfAbsent(
              declared.id(), TemplateError.UNKNOWN_KEY.with(member.keySpan(), declared.id(), key));
        }
      }
    }
  }

  private static Optional<String> slip(String word, Set<String> known) {
    return known.stream().filter(one -> DidYouMean.isSlip(word, one)).sorted().findFirst();
  }

  /** F204: within case or a letter of a type that there is. */
  private Optional<String> misspelt(String type) {
    return type.regionMatches(true, 0, "AWS::", 0, 5) && !Schemas.isNamed(type)
        ? catalog.types().stream()
            .map(ResourceType::bindings)
            .flatMap(List::stream)
            .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
            .map(Binding::spelling)
            .filter(known -> DidYouMean.isSlip(type, known))
            .findFirst()
            .or(() -> Schemas.slip(type))
        : Optional.empty();
  }

  private void properties(DeclaredResource declared, Node node, AttributeTree known) {
    node.asSequence()
        .ifPresent(list -> list.items().forEach(item -> properties(declared, item, known)));
    Optional<Node.Mapping> mapping = node.asMapping().filter(any -> Call.of(node).isEmpty());
    if (mapping.isEmpty() || known.members().isEmpty()) {
      return; // any names may stand there
    }
    for (Node.Member member : mapping.get().members()) {
      AttributeTree inner = known.members().get(member.key());
      if (inner != null) {
        properties(declared, member.value(), inner);
      } else if (!member.key().startsWith("Fn::")) {
        unknown(declared, member, known.members().keySet());
      }
    }
  }

  /** F203: a slip is refused; what is like nothing may be newer than what is known here. */
  private void unknown(DeclaredResource declared, Node.Member member, Set<String> known) {
    Optional<String> meant = slip(member.key(), known);
    if (meant.isPresent()) {
      certain.add(
          TemplateError.NO_SUCH_PROPERTY
              .with(member.keySpan(), declared.type(), member.key())
              .withHelp("did you mean `" + meant.get() + "`?"));
    } else {
      newer.add(
          TemplateError.UNKNOWN_PROPERTY.with(member.keySpan(), declared.type(), member.key()));
    }
  }
}
