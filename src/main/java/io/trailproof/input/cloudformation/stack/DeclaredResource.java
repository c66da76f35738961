package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.source.Span;
import java.util.Optional;

/**
 * A resource as the template declares it, loops written out.
 *
 * @param type as the body says; empty where it does not
 */
record DeclaredResource(String id, Span at, Node.Mapping body, String type) {
  DeclaredResource(String id, Span at, Node.Mapping body) {
    this(id, at, body, body.get("Type").flatMap(Node::asScalar).map(Node.Scalar::text).orElse(""));
  }

  Span typeAt() {
    return body.get("Type").map(Node::span).orElse(at);
  }

  Optional<Node.Scalar> condition() {
    return body.get("Condition").flatMap(Node::asScalar);
  }

  Optional<Node> properties() {
    return body.get("Properties");
  }

  Optional<Node> property(String name) {
    return properties().flatMap(Node::asMapping).flatMap(mapping -> mapping.get(name));
  }

  /** True if it says what it depends on. */
  boolean waits() {
    return body.get("DependsOn").isPresent();
  }

  boolean isCustom() {
    return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
  }

  boolean isModule() {
    return type.endsWith("::MODULE");
  }

  /** True for a stack in accounts and Regions that it names itself. */
  boolean isStackSet() {
    return type.equals("AWS::CloudFormation::StackSet");
  }

  /** The property that names the template of a nested stack; empty for other types. */
  Optional<String> templateProperty() {
    return switch (type) {
      case "AWS::CloudFormation::Stack", "AWS::CloudFormation::StackSet" ->
          Optional.of("TemplateURL");
      case "AWS::Serverless::Application" -> Optional.of("Location");
      default -> Optional.empty();
    };
  }

  /** True if a macro makes the properties, in whole or in part. */
  boolean isMadeByMacro() {
    return properties().flatMap(Call::of).isPresent() || Call.of(body).isPresent();
  }
}
