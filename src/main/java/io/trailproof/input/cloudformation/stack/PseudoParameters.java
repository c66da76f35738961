package io.trailproof.input.cloudformation.stack;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The pseudo parameters. */
final class PseudoParameters {
  private static final Map<String, String> PARTITIONS =
      Map.of("cn-", "aws-cn", "us-gov-", "aws-us-gov");

  private static final String PREFIX = "AWS::";

  /** All there are, as of 2026. */
  static final Set<String> NAMES =
      Set.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  private PseudoParameters() {}

  /** True if a name can only mean a pseudo parameter, even one that there is not. */
  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  static Value value(String name, Stack stack, Origin origin) {
    return switch (name) {
      case "AWS::NoValue" -> new Value.Absent(origin);
      case "AWS::Region" -> stack.place().region().from(origin);
      case "AWS::AccountId" -> stack.place().account().from(origin);
      case "AWS::Partition" -> ofRegion(name, stack, origin, PseudoParameters::partition);
      case "AWS::URLSuffix" ->
          ofRegion(
              name,
              stack,
              origin,
              region -> region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
      case "AWS::StackName" ->
          stack
              .name()
              .<Value>map(text -> Value.text(text, origin))
              .orElseGet(() -> ofStack(name, stack, origin));
      case "AWS::StackId", "AWS::NotificationARNs" -> ofStack(name, stack, origin);
      default ->
          new Value.Unknown(
              "refers to " + Rendering.quoted(name) + ", which does not exist", origin);
    };
  }

  private static Value ofStack(String name, Stack stack, Origin origin) {
    return stack.hypothesis().settle(new Value.Symbol(name, stack.scope(), origin));
  }

  private static Value ofRegion(
      String name, Stack stack, Origin origin, UnaryOperator<String> known) {
    Optional<String> region = stack.place().region().asText();
    return region
        .<Value>map(text -> Value.text(known.apply(text), origin))
        .orElseGet(() -> stack.hypothesis().settle(new Value.Symbol(name, "", origin)));
  }

  private static String partition(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(entry -> region.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
  }
}
