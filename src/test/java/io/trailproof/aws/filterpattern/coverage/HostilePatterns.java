package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import java.util.List;
import java.util.Random;

/** Patterns that a careless decision procedure would take long for. */
final class HostilePatterns {
  private static final List<String> FIELDS =
      List.of(
          "$.eventID",
          "$.sourceIPAddress",
          "$.awsRegion",
          "$.userIdentity.type",
          "$.userIdentity.arn",
          "$.requestParameters.a",
          "$.requestParameters.a.b",
          "$.requestParameters.a[0]",
          "$.requestParameters.a[1]",
          "$.requestParameters",
          "$.userAgent");
  private static final List<String> WILD =
      List.of(
          "$.*",
          "$.requestParameters.*",
          "$.requestParameters.a[*]",
          "$.*.b",
          "$.requestParameters.*.b");
  private static final List<String> REGEXES =
      List.of(
          "%a.{9}$%",
          "%^[ab]{0,99}c%",
          "%[ab].{30}c%",
          "%^.{0,40}$%",
          "%x|y|z$%",
          "%^[^a]*$%",
          "%.{500}a.{500}%");

  private HostilePatterns() {}

  /** At most 1,024 characters, most of them used. */
  static String next(Random random) {
    int fields = 1 + random.nextInt(FIELDS.size());
    int letters = 1 + random.nextInt(6);
    int width = 1 + random.nextInt(5);
    boolean disjunction = random.nextBoolean();
    int length = 100 + random.nextInt(920);
    StringBuilder text = new StringBuilder("{");
    int[] left = {2, random.nextInt(4)};
    while (true) {
      StringBuilder group = new StringBuilder("(");
      for (int i = 0; i < width; i++) {
        group
            .append(i == 0 ? "" : disjunction ? "&&" : "||")
            .append(test(random, fields, letters, left));
      }
      group.append(')');
      if (text.length() + group.length() + 3 > Math.min(length, FilterPattern.MAX_LENGTH)) {
        return text.length() < 2 ? "{$.eventID=a}" : text.append('}').toString();
      }
      text.append(text.length() == 1 ? "" : disjunction ? "||" : "&&").append(group);
    }
  }

  private static String test(Random random, int fields, int letters, int[] left) {
    String field = FIELDS.get(random.nextInt(fields));
    if (left[1] > 0 && random.nextInt(12) == 0) {
      left[1]--;
      field = WILD.get(random.nextInt(WILD.size()));
    }
    String operator = random.nextBoolean() ? "=" : "!=";
    String word =
        ""
            + (char) ('a' + random.nextInt(letters))
            + (random.nextBoolean() ? (char) ('a' + random.nextInt(letters)) : "");
    switch (random.nextInt(12)) {
      case 0 -> {
        return field + " NOT EXISTS";
      }
      case 1 -> {
        return field + " IS NULL";
      }
      case 2 -> {
        return field + operator + random.nextInt(5);
      }
      case 3 -> {
        return field + (random.nextBoolean() ? ">" : "<=") + random.nextInt(5);
      }
      case 4 -> {
        if (left[0]-- > 0) {
          return field + operator + REGEXES.get(random.nextInt(REGEXES.size()));
        }
        return field + operator + word;
      }
      case 5, 6 -> {
        return field + operator + "*" + word;
      }
      case 7, 8 -> {
        return field + operator + word + "*";
      }
      case 9, 10 -> {
        return field + operator + "*" + word + "*";
      }
      default -> {
        return field + operator + word;
      }
    }
  }
}
