package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the code of a custom resource shows. A custom resource can make anything, yet most make
 * nothing that a rule speaks of: what a template lacks is taken to be missing unless the code that
 * stands in it says otherwise.
 */
final class CustomCode {
  private static final Set<String> FUNCTIONS =
      Set.of("AWS::Lambda::Function", "AWS::Serverless::Function");

  /** Calls of the SDKs that make a link of the chain, in Python's and in JavaScript's spelling. */
  private static final Pattern CALLS =
      Pattern.compile(
          "(?i)\\b(?:(?:create|update)_?trail|put_?metric_?filter|put_?metric_?alarm|put_?composite_?alarm)"
              + "(?=\\(|Command\\b|\\b)|\\bsns\\.subscribe(?=\\()|\\bSubscribe(?=Command\\b)");

  private CustomCode() {}

  /** The first call in the code of a custom resource that makes a link of the chain. */
  static Optional<String> makes(DeclaredResource custom, Stack stack) {
    Optional<Value> token = custom.property("ServiceToken").map(stack.evaluator()::evaluate);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    return stack.resources().stream()
        .filter(declared -> FUNCTIONS.contains(declared.type()))
        .filter(
            declared ->
                Equality.of(token.get(), stack.getAtt(declared.id(), "Arn", Origin.NOWHERE))
                    .isYes())
        .flatMap(CustomCode::code)
        .map(CALLS::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static Stream<String> code(DeclaredResource function) {
    return Stream.of(
            function.property("Code").flatMap(Node::asMapping).flatMap(code -> code.get("ZipFile")),
            function.property("InlineCode"))
        .flatMap(Optional::stream)
        .flatMap(CustomCode::texts);
  }

  private static Stream<String> texts(Node node) {
    return node.match(
        scalar -> Stream.of(scalar.text()),
        list -> list.items().stream().flatMap(CustomCode::texts),
        mapping -> List.copyOf(mapping.members()).stream().flatMap(m -> texts(m.value())));
  }
}
