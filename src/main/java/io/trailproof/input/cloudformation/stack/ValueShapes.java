package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Schemas;
import io.trailproof.catalog.constraint.Schema;
import io.trailproof.catalog.constraint.Shape;
import io.trailproof.catalog.constraint.Shapes;
import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.Optional;
import java.util.Set;

/** What the values of a stack that are known only later will look like. */
final class ValueShapes implements Shapes {
  private static final String RESOURCE = "resource ";
  private static final String PARAMETER = Rendering.parameter("");

  /** Functions that give a text, as symbols begin with them, and what else is one. */
  private static final Set<String> TEXTS =
      Set.of("Fn::Base64", "Fn::Join", "Fn::Sub", "Fn::ToJsonString", "Fn::ImportValue", "import");

  private static final Set<String> LISTS = Set.of("Fn::GetAZs", "Fn::Cidr", "Fn::Split");

  private final Stack stack;

  ValueShapes(Stack stack) {
    this.stack = stack;
  }

  @Override
  public Optional<Shape> of(Value value) {
    if (value instanceof Value.Reference reference) {
      return reference.isIdentity() ? Optional.of(Shape.SCALAR) : Optional.empty();
    }
    return value instanceof Value.Symbol symbol ? ofSymbol(symbol) : Optional.empty();
  }

  private Optional<Shape> ofSymbol(Value.Symbol symbol) {
    String name = symbol.name();
    boolean ofStack = symbol.scope().equals(stack.scope());
    if (name.startsWith(PARAMETER)) {
      return ofStack ? ofParameter(name.substring(PARAMETER.length())) : Optional.empty();
    }
    if (name.startsWith(RESOURCE)) {
      return ofStack ? ofAttribute(name.substring(RESOURCE.length())) : Optional.empty();
    }
    String first = name.substring(0, (name + " ").indexOf(' '));
    if (LISTS.contains(first) || name.equals("AWS::NotificationARNs")) {
      return Optional.of(Shape.LIST);
    }
    return TEXTS.contains(first) || PseudoParameters.isOne(name)
        ? Optional.of(Shape.SCALAR)
        : Optional.empty();
  }

  private Optional<Shape> ofParameter(String name) {
    Optional<String> type =
        stack
            .template()
            .member("Parameters", name)
            .flatMap(declared -> declared.value().asMapping())
            .flatMap(body -> body.get("Type"))
            .flatMap(Node::asString);
    return type.map(one -> one.contains("List") ? Shape.LIST : Shape.SCALAR);
  }

  /** A {@code Ref} gives a text, an attribute what the schema of its type says. */
  private Optional<Shape> ofAttribute(String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return Optional.of(Shape.SCALAR);
    }
    return stack
        .resource(path.substring(0, dot))
        .flatMap(declared -> Schemas.constraints(declared.type()))
        .flatMap(type -> type.member(path.substring(dot + 1)))
        .flatMap(Schema::shape);
  }
}
