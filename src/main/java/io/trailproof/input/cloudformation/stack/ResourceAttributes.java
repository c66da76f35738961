package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Binding;
import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the attributes of a stack's resources stand for. */
final class ResourceAttributes {
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";

  /** Types whose names hold no colon, so that an ARN can be cut at its colons. */
  private static final Set<String> PLAIN_NAMES =
      Set.of(LOG_GROUP, "AWS::SNS::Topic", "AWS::CloudTrail::Trail");

  private final Stack stack;

  ResourceAttributes(Stack stack) {
    this.stack = stack;
  }

  /** The attribute of a name in the template, {@code Ref} for what a {@code Ref} gives. */
  Value of(String name, String attribute, Origin origin) {
    DeclaredResource declared = stack.resource(name).orElse(null);
    if (declared == null) {
      return stack.definesAllNames()
          ? new Value.Unknown(
              "refers to " + Rendering.quoted(name) + ", which is not there", origin)
          : symbol(name, attribute, origin);
    }
    if (stack.hypothesis().aside(() -> stack.ownExistence(declared)).fails()) {
      String condition = declared.condition().map(Node.Scalar::text).orElse("");
      if (origin.span() != null) {
        stack.hypothesis().report(TemplateError.NOT_MADE.with(origin.span(), name, condition));
      }
      return new Value.Unknown(
          "refers to " + Rendering.quoted(name) + ", which does not exist", origin);
    }
    if (declared.templateProperty().isPresent()) {
      return stack.nested().attribute(declared, attribute, origin);
    }
    if (declared.isCustom()) {
      return new Value.Unknown("is made by the custom resource " + Rendering.quoted(name), origin);
    }
    Optional<Binding> binding = stack.hypothesis().catalog().cloudFormation(declared.type());
    return binding
        .filter(known -> !declared.isMadeByMacro())
        .flatMap(known -> known.attribute(attribute))
        .<Value>map(canonical -> new Value.Reference(stack.id(name), canonical, origin))
        .orElseGet(() -> symbol(name, attribute, origin));
  }

  /** An attribute that nobody knows, yet is the same wherever it is asked for. */
  Value symbol(String name, String attribute, Origin origin) {
    String suffix = attribute.equals("Ref") ? "" : "." + attribute;
    return new Value.Symbol("resource " + name + suffix, stack.scope(), origin);
  }

  /**
   * The parts of the ARN that a reference stands for, which a template may take apart to get a log
   * group's name out of it; empty where that is not certain.
   */
  Optional<List<Value>> arnParts(Value value) {
    if (!(value instanceof Value.Reference reference) || !reference.attribute().equals("arn")) {
      return Optional.empty();
    }
    return stack.resources().stream()
        .filter(declared -> stack.id(declared.id()).equals(reference.target()))
        .filter(declared -> PLAIN_NAMES.contains(declared.type()))
        .findFirst()
        .flatMap(this::arnParts);
  }

  private Optional<List<Value>> arnParts(DeclaredResource declared) {
    Value.Fields nothing = new Value.Fields(Map.of(), Origin.NOWHERE);
    Optional<Value.Template> arn =
        stack.hypothesis().catalog().cloudFormation(declared.type()).stream()
            .flatMap(
                binding ->
                    binding
                        .resources(
                            stack.id(declared.id()),
                            nothing,
                            stack.place(),
                            Existence.MANAGED,
                            declared.at())
                        .stream())
            .map((Resource resource) -> resource.property("arn"))
            .filter(Value.Template.class::isInstance)
            .map(Value.Template.class::cast)
            .findFirst();
    return arn.map(template -> withStar(template, declared.type().equals(LOG_GROUP)));
  }

  /** F20: CloudFormation's ARN of a log group ends in {@code :*}. */
  private static List<Value> withStar(Value.Template arn, boolean logGroup) {
    List<Value> parts = new ArrayList<>(arn.parts());
    if (logGroup) {
      parts.add(Value.text(":*", arn.origin()));
    }
    return parts;
  }
}
