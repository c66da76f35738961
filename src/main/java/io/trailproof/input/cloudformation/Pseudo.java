package io.trailproof.input.cloudformation;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.Map;
import java.util.Optional;

/** The pseudo parameters (cloudformation.md 3). */
final class Pseudo {
  private static final Map<String, String> PARTITIONS =
      Map.of("cn-", "aws-cn", "us-gov-", "aws-us-gov");

  private Pseudo() {}

  static boolean isOne(String name) {
    return name.startsWith("AWS::");
  }

  static Value value(String name, Stack stack, Origin origin) {
    World world = stack.world();
    return switch (name) {
      case "AWS::NoValue" -> new Value.Absent(origin);
      case "AWS::Region" -> world.place().region().from(origin);
      case "AWS::AccountId" -> world.place().account().from(origin);
      case "AWS::Partition" -> ofRegion(name, world, origin, region -> partition(region));
      case "AWS::URLSuffix" ->
          ofRegion(
              name,
              world,
              origin,
              region -> region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
      case "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs" ->
          world.settle(new Value.Symbol(name, stack.scope(), origin));
      default -> new Value.Unknown("refers to `" + name + "`, which does not exist", origin);
    };
  }

  private static Value ofRegion(
      String name, World world, Origin origin, java.util.function.Function<String, String> known) {
    Optional<String> region = world.place().region().asText();
    return region
        .<Value>map(text -> Value.text(known.apply(text), origin))
        .orElseGet(() -> world.settle(new Value.Symbol(name, "", origin)));
  }

  private static String partition(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(entry -> region.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
  }
}
