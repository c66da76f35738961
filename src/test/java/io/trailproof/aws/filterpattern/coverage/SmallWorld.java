package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Patterns over a few fields of an IAM record, and all records that differ in these fields only.
 */
final class SmallWorld {
  private static final List<String> TEXTS =
      List.of("x", "y", "xy", "x*", "*y", "*x*", "\"\"", "\"*\"", "IAMUser", "1");
  private static final List<String> NUMBERS = List.of("0", "1", "2", "1.0");
  private static final List<String> REGEXES =
      List.of("x", "^x", "y$", "^[^x]*$", "\\d", "^.?$", "x|y");

  private final Random random;
  private final List<String> selectors;
  private int wildcards;
  private int regexes;

  SmallWorld(Random random, List<String> selectors) {
    this.random = random;
    this.selectors = selectors;
  }

  FilterPattern pattern(int depth) {
    wildcards = 3;
    regexes = 2;
    return CoverageTest.pattern("{" + expression(depth) + "}");
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return test();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add("(" + expression(depth - 1) + ")");
    }
    return String.join(random.nextBoolean() ? "&&" : "||", parts);
  }

  private String test() {
    String selector = pick(selectors);
    if (selector.contains("*") && wildcards-- <= 0) {
      return test();
    }
    return switch (random.nextInt(12)) {
      case 0 -> selector + " NOT EXISTS";
      case 1 -> selector + " IS NULL";
      case 2 -> selector + (random.nextBoolean() ? " IS TRUE" : " IS FALSE");
      case 3 -> selector + pick(List.of("<", "<=", ">", ">=")) + pick(NUMBERS);
      case 4 -> selector + operator() + pick(NUMBERS);
      case 5 -> regexes-- > 0 ? selector + operator() + "%" + pick(REGEXES) + "%" : test();
      default -> selector + operator() + pick(TEXTS);
    };
  }

  private String operator() {
    return random.nextBoolean() ? "=" : "!=";
  }

  /** A value that some test may tell from others. */
  Json value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> Json.Null.NULL;
      case 1 -> random.nextBoolean() ? Json.Bool.TRUE : Json.Bool.FALSE;
      case 2, 3 -> new Json.Num(pick(List.of("0", "1", "2", "3", "-1")));
      case 4, 5, 6 ->
          new Json.Str(pick(List.of("x", "y", "xy", "xzy", "yx", "z", "", "1", "IAMUser")));
      case 7 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          elements.add(value(depth - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> object(depth - 1);
    };
  }

  Json.Obj object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      if (random.nextInt(3) > 0) {
        members.put(name, value(depth));
      }
    }
    return new Json.Obj(members);
  }

  /** A record of the event with anything in the fields that are open. */
  Json.Obj record(String eventName) {
    Map<String, Json> identity = new LinkedHashMap<>();
    identity.put("type", new Json.Str(pick(List.of("IAMUser", "x", "y", "xy", "z", "1"))));
    if (random.nextBoolean()) {
      identity.put("arn", new Json.Str(pick(List.of("x", "y", "xy", "", "z"))));
    }
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("eventVersion", new Json.Str("1.11"));
    members.put("userIdentity", new Json.Obj(identity));
    members.put("eventTime", new Json.Str("2026-05-01T12:00:00Z"));
    members.put("eventSource", new Json.Str("iam.amazonaws.com"));
    members.put("eventName", new Json.Str(eventName));
    members.put("awsRegion", new Json.Str("us-east-1"));
    members.put("sourceIPAddress", new Json.Str(pick(List.of("192.0.2.1", "x", "y", "xy"))));
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> members.put("requestParameters", Json.Null.NULL);
      default -> members.put("requestParameters", object(2));
    }
    members.put("eventID", new Json.Str("z"));
    members.put("readOnly", Json.Bool.FALSE);
    members.put("eventType", new Json.Str("AwsApiCall"));
    members.put("managementEvent", Json.Bool.TRUE);
    members.put("eventCategory", new Json.Str("Management"));
    return new Json.Obj(members);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
