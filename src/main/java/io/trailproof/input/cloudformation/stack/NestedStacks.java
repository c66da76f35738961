package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The stacks that a stack deploys and whose templates are at hand. */
final class NestedStacks {
  private static final int DEPTH = 10;
  private static final int PRICE = 1_000;
  private static final String OUTPUT = "Outputs.";

  private final Stack stack;
  private final Map<String, Optional<Stack>> children = new LinkedHashMap<>();

  /** Those whose templates were found by the names of their files alone. */
  private final Set<String> byName = new HashSet<>();

  NestedStacks(Stack stack) {
    this.stack = stack;
  }

  /**
   * Opens all of them, theirs included, so that what they export can be imported.
   *
   * @param existing only those whose conditions may hold
   */
  void open(boolean existing) {
    for (DeclaredResource declared : stack.resources()) {
      if (declared.templateProperty().isPresent()
          && !(existing && stack.hypothesis().aside(() -> stack.existence(declared)).fails())) {
        child(declared).ifPresent(child -> child.nested().open(existing));
      }
    }
  }

  Collection<Stack> opened() {
    return children.values().stream().flatMap(Optional::stream).toList();
  }

  /** The stack that a resource deploys; empty if its template is not at hand. */
  Optional<Stack> child(DeclaredResource declared) {
    Optional<Stack> known = children.get(declared.id());
    if (known == null) {
      known = create(declared);
      children.put(declared.id(), known);
    }
    return known;
  }

  private Optional<Stack> create(DeclaredResource declared) {
    PremiseTracker.Noted<Optional<Template>> noted =
        stack.hypothesis().tracker().noting(() -> template(declared));
    Optional<Template> template = noted.result().filter(found -> !isUnderWay(found));
    if (template.isEmpty() || !stack.hypothesis().budget().spend(PRICE)) {
      return Optional.empty();
    }
    return Optional.of(
        Stack.nested(stack, template.get(), declared, arguments(declared), noted.premises()));
  }

  /**
   * What CloudFormation refuses of what a stack hands to those that it deploys: a parameter that
   * their templates do not declare, and one that gets no value or none that it allows.
   *
   * @param certain of those whose templates are certainly the ones at hand, or of the others
   */
  List<Diagnostic> refusedArguments(boolean certain) {
    List<Diagnostic> refused = new ArrayList<>();
    for (DeclaredResource declared : stack.resources()) {
      Optional<Stack> child = children.getOrDefault(declared.id(), Optional.empty());
      if (child.isPresent()
          && certain != byName.contains(declared.id())
          && !declared.isStackSet()
          && !declared.isMadeByMacro()
          && child.get().template().isAsWritten()) {
        refused.addAll(refusedArguments(declared, child.get()));
      }
    }
    return refused;
  }

  private static List<Diagnostic> refusedArguments(DeclaredResource declared, Stack child) {
    List<Node.Member> written =
        declared
            .property("Parameters")
            .flatMap(Node::asMapping)
            .map(Node.Mapping::members)
            .orElse(List.of());
    if (written.stream().anyMatch(member -> member.key().startsWith("Fn::"))) {
      return List.of(); // what they are hangs on a function
    }
    List<Node.Member> known = child.template().section("Parameters");
    Stream<Diagnostic> undeclared =
        written.stream()
            .filter(member -> known.stream().noneMatch(one -> one.key().equals(member.key())))
            .map(
                member ->
                    TemplateError.NO_SUCH_ARGUMENT.with(
                        member.keySpan(), declared.id(), member.key()));
    Stream<Diagnostic> refused =
        known.stream()
            .filter(child::isRefused)
            .map(
                parameter ->
                    TemplateError.NO_ARGUMENT.with(
                        declared.typeAt(), declared.id(), parameter.key()));
    return Stream.concat(undeclared, refused).toList();
  }

  /** A stack takes a mapping of parameters, a stack set a list of keys and values. */
  private Map<String, Supplier<Value>> arguments(DeclaredResource declared) {
    Map<String, Supplier<Value>> arguments = new HashMap<>();
    Optional<Node> parameters = declared.property("Parameters");
    parameters
        .flatMap(Node::asMapping)
        .map(Node.Mapping::members)
        .orElse(List.of())
        .forEach(member -> put(member.key(), member.value(), arguments));
    for (Node item :
        parameters.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of())) {
      Optional<Node.Mapping> pair = item.asMapping();
      Optional<String> key = pair.flatMap(body -> body.get("ParameterKey")).flatMap(Node::asString);
      Optional<Node> value = pair.flatMap(body -> body.get("ParameterValue"));
      if (key.isPresent() && value.isPresent()) {
        put(key.get(), value.get(), arguments);
      }
    }
    return arguments;
  }

  private void put(String name, Node value, Map<String, Supplier<Value>> arguments) {
    arguments.put(name, () -> stack.evaluator().evaluate(value));
  }

  private boolean isUnderWay(Template template) {
    int depth = 0;
    Optional<Stack> above = Optional.of(stack);
    while (above.isPresent()) {
      if (above.get().template().file().equals(template.file()) || ++depth > DEPTH) {
        return true;
      }
      above = above.get().parent();
    }
    return false;
  }

  private Optional<Template> template(DeclaredResource declared) {
    Optional<Node> body = declared.property("TemplateBody");
    if (declared.isStackSet() && body.isPresent()) {
      return inline(declared, body.get());
    }
    Optional<Template> asset =
        declared
            .body()
            .get("Metadata")
            .flatMap(Node::asMapping)
            .flatMap(metadata -> metadata.get("aws:asset:path"))
            .flatMap(Node::asString)
            .flatMap(path -> stack.hypothesis().files().at(stack.template().file(), path));
    if (asset.isPresent()) {
      return asset;
    }
    Optional<Node> property = declared.templateProperty().flatMap(declared::property);
    return property.flatMap(node -> located(declared, node));
  }

  /**
   * The template that stands in the text of another; none if part of the text is not to be shown,
   * since in the template nobody could tell which part that was.
   */
  private Optional<Template> inline(DeclaredResource declared, Node body) {
    Value value = stack.evaluator().text(body);
    Optional<String> text = value.asText().filter(any -> !value.origin().sensitive());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String name = stack.template().file().name() + "#" + declared.id();
    Outcome<Template> read = Template.read(SourceFile.ofText(name, text.get()));
    read.diagnostics().forEach(stack.hypothesis()::report);
    return read.value();
  }

  private Optional<Template> located(DeclaredResource declared, Node node) {
    Value url = stack.evaluator().text(node);
    Optional<String> whole = url.asText().map(NestedStacks::withoutQuery);
    Optional<Template> local =
        whole.flatMap(path -> stack.hypothesis().files().at(stack.template().file(), path));
    if (local.isPresent()) {
      return local;
    }
    byName.add(declared.id());
    return fileName(url)
        .flatMap(name -> stack.hypothesis().files().named(stack.template().file(), name));
  }

  /** The last segment of an address, if it is known whatever else is not. */
  private static Optional<String> fileName(Value url) {
    if (url instanceof Value.Choice choice) {
      List<Optional<String>> names =
          choice.candidates().stream().map(NestedStacks::fileName).distinct().toList();
      return names.size() == 1 ? names.get(0) : Optional.empty();
    }
    Value last =
        url instanceof Value.Template template
            ? template.parts().get(template.parts().size() - 1)
            : url;
    return last.asText()
        .map(NestedStacks::withoutQuery)
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty());
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** What an attribute of a nested stack stands for: an output, if its template is at hand. */
  Value attribute(DeclaredResource declared, String attribute, Origin origin) {
    Optional<Stack> child = child(declared);
    if (!attribute.startsWith(OUTPUT) || child.isEmpty() || declared.isStackSet()) {
      return stack.attributes().symbol(declared.id(), attribute, origin);
    }
    stack.hypothesis().tracker().on(child.get().premises());
    String name = attribute.substring(OUTPUT.length());
    Optional<Value> value = child.get().outputs().get(name);
    if (value.isEmpty() && origin.span() != null && child.get().definesAllNames()) {
      stack
          .hypothesis()
          .report(TemplateError.UNKNOWN_OUTPUT.with(origin.span(), declared.id(), name));
    }
    return value.orElseGet(
        () ->
            new Value.Unknown(
                "refers to the output " + Rendering.quoted(name) + ", which is not there", origin));
  }
}
