package io.trailproof.catalog;

/**
 * The names of Terraform's Cloud Control provider, which are made of CloudFormation's: {@code
 * IncludeGlobalServiceEvents} becomes {@code include_global_service_events}.
 *
 * @see <a href="https://registry.terraform.io/providers/hashicorp/awscc/latest/docs">its resources,
 *     against which the catalog's names were held</a>
 */
final class SnakeCase {
  private SnakeCase() {}

  /** A name or a path of names. */
  static String of(String path) {
    String words = path.replace("CloudWatch", "Cloudwatch"); // one word there
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isUpperCase(c) && beginsWord(words, i)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  private static boolean beginsWord(String words, int at) {
    if (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1))) {
      return false;
    }
    boolean beforeLower = at + 1 < words.length() && Character.isLowerCase(words.charAt(at + 1));
    return !Character.isUpperCase(words.charAt(at - 1)) || beforeLower;
  }
}
