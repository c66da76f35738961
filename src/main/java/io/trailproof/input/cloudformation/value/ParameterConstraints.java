package io.trailproof.input.cloudformation.value;

import io.trailproof.catalog.constraint.TextPattern;
import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a parameter's value must be like, as far as its declaration says. */
final class ParameterConstraints {
  private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";

  private final Optional<Node.Mapping> parameter;

  ParameterConstraints(Optional<Node.Mapping> parameter) {
    this.parameter = parameter;
  }

  /** The only values allowed; empty if any is. */
  List<String> allowed() {
    List<String> allowed = new ArrayList<>();
    parameter
        .flatMap(body -> body.get("AllowedValues"))
        .flatMap(Node::asSequence)
        .map(Node.Sequence::items)
        .orElse(List.of())
        .forEach(item -> item.asScalar().map(Scalars::text).ifPresent(allowed::add));
    return allowed;
  }

  private boolean isNumber() {
    return parameter
        .flatMap(body -> body.get("Type"))
        .flatMap(Node::asScalar)
        .filter(type -> type.text().equals("Number"))
        .isPresent();
  }

  /** True if CloudFormation certainly refuses a value: a default that is one must be replaced. */
  boolean refuse(String text) {
    List<String> allowed = allowed();
    Optional<String> pattern =
        parameter
            .flatMap(body -> body.get("AllowedPattern"))
            .flatMap(Node::asScalar)
            .map(Node.Scalar::text);
    boolean empty =
        text.isEmpty()
            && parameter
                .flatMap(body -> body.get("MinLength"))
                .flatMap(Node::asScalar)
                .filter(length -> length.text().matches("[1-9][0-9]{0,8}"))
                .isPresent();
    return empty
        || (isNumber() && TextPattern.isNot(text.strip(), NUMBER))
        || (!allowed.isEmpty() && !allowed.contains(text))
        || pattern.filter(regex -> TextPattern.isNot(text, regex)).isPresent();
  }
}
