package io.trailproof.input.cloudformation.stack;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of an ARN that a template takes apart, such as to get a log group's name out of it. */
final class ArnParts {
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";

  /** Types whose names hold no colon, so that an ARN can be cut at its colons. */
  private static final Set<String> PLAIN_NAMES =
      Set.of(LOG_GROUP, "AWS::SNS::Topic", "AWS::CloudTrail::Trail");

  private ArnParts() {}

  /** The parts of the ARN that a reference stands for; empty where that is not certain. */
  static Optional<List<Value>> of(Value value, Stack stack) {
    if (!(value instanceof Value.Reference reference) || !reference.attribute().equals("arn")) {
      return Optional.empty();
    }
    return stack.resources().stream()
        .filter(declared -> stack.id(declared.id()).equals(reference.target()))
        .filter(declared -> PLAIN_NAMES.contains(declared.type()))
        .findFirst()
        .flatMap(declared -> parts(declared, stack));
  }

  private static Optional<List<Value>> parts(DeclaredResource declared, Stack stack) {
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
