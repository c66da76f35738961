package io.trailproof.starter;

import io.trailproof.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule asks to be told of.
 *
 * @param id that of the rule
 * @param subject what happens, as a noun: {@code an IAM policy change}
 * @param patterns filter patterns that together take every event of the rule
 */
public record Watched(String id, String subject, List<String> patterns) {
  public Watched {
    patterns = List.copyOf(patterns);
  }

  /** What a rule asks for. */
  public static Watched of(Rule rule) {
    String subject = rule.subject().orElse(rule.title()).strip().replaceAll("\\s+", " ");
    return new Watched(rule.id(), subject, rule.suggestedPatterns());
  }

  /** Its name in Terraform: {@code iam_policy_changes}. */
  String snakeCase() {
    return id.replace('-', '_');
  }

  /** Its name in CloudFormation, and that of its metric: {@code IamPolicyChanges}. */
  String camelCase() {
    return Stream.of(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** What tells a filter from the others of the rule: nothing for the first, then 2 and so on. */
  static String number(int index) {
    return index == 0 ? "" : Integer.toString(index + 1);
  }
}
