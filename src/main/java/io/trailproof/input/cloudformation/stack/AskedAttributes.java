package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Schemas;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.NameUse;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stack asks for of resources whose types do not have it, which CloudFormation refuses
 * (F205). Of types that are not known here nothing is said.
 */
final class AskedAttributes {
  private static final String CHOICE = "Fn::If";

  private final Stack stack;
  private final List<Diagnostic> refused = new ArrayList<>();
  private final List<Diagnostic> doubtful = new ArrayList<>();

  private AskedAttributes(Stack stack) {
    this.stack = stack;
  }

  static AskedAttributes of(Stack stack) {
    AskedAttributes asked = new AskedAttributes(stack);
    boolean asWritten = stack.template().unknownTransforms().isEmpty(); // no macro rewrites it
    for (DeclaredResource declared : stack.resources()) {
      if (asked.isMade(declared)) {
        declared.properties().ifPresent(node -> asked.visit(node, asWritten));
      }
    }
    for (Node.Member output : stack.template().section("Outputs")) {
      boolean always = output.value().asMapping().flatMap(body -> body.get("Condition")).isEmpty();
      asked.visit(output.value(), asWritten && always);
    }
    return asked;
  }

  /** What is certainly refused. */
  List<Diagnostic> refused() {
    return refused;
  }

  /**
   * What may be refused: asked for under a condition or before a macro, or a property that is not
   * read-only.
   */
  List<Diagnostic> doubtful() {
    return doubtful;
  }

  private boolean isMade(DeclaredResource declared) {
    return stack.hypothesis().aside(() -> stack.existence(declared)).holds();
  }

  private void visit(Node node, boolean certain) {
    Optional<Call> call = Call.of(node);
    boolean inside = certain;
    if (call.isPresent()) {
      NameUse.of(call.get()).forEach(use -> check(use, certain));
      inside = certain && !call.get().name().equals(CHOICE);
    }
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        visit(item, inside);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        visit(member.value(), inside);
      }
    }
  }

  private void check(NameUse use, boolean certain) {
    if (use.attribute().isEmpty()) {
      return;
    }
    Optional<DeclaredResource> target =
        stack.resource(use.name()).filter(one -> !one.isMadeByMacro() && isMade(one));
    Optional<List<String>> known = target.map(DeclaredResource::type).flatMap(Schemas::given);
    if (known.isEmpty()) {
      return;
    }
    String type = target.orElseThrow().type();
    String first = use.attribute().get().split("\\.", 2)[0];
    if (known.get().contains(first)) {
      return;
    }
    boolean property =
        Schemas.attributes(type).filter(all -> all.members().containsKey(first)).isPresent();
    if (property) {
      doubtful.add(TemplateError.NOT_AN_ATTRIBUTE.with(use.at(), type, first));
      return;
    }
    Diagnostic said = TemplateError.NO_SUCH_ATTRIBUTE.with(use.at(), type, first);
    (certain ? refused : doubtful)
        .add(
            known.get().stream()
                .filter(one -> DidYouMean.isSlip(first, one))
                .findFirst()
                .map(meant -> said.withHelp("did you mean `" + meant + "`?"))
                .orElse(said));
  }
}
