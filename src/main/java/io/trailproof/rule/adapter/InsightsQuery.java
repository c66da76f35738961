package io.trailproof.rule.adapter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of CloudWatch Metrics Insights in its simple form, {@code SELECT SUM(metric) FROM
 * namespace}: no condition, no groups (F162).
 *
 * @param ofAllDimensions whether it takes the metric whatever its dimensions, and not only the one
 *     without
 */
public record InsightsQuery(String metric, String namespace, boolean ofAllDimensions) {
  private static final String NAME = "(\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*)";

  private static final Pattern ANY = Pattern.compile("(?is)\\s*SELECT\\s.*");

  private static final Pattern SIMPLE =
      Pattern.compile(
          "(?i)\\s*SELECT\\s+(?:AVG|COUNT|MAX|MIN|SUM)\\s*\\(\\s*"
              + NAME
              + "\\s*\\)\\s+FROM\\s+(?:"
              + NAME
              + "|SCHEMA\\s*\\(\\s*"
              + NAME
              + "\\s*\\))\\s*");

  /** Whether a text is a query at all, and not metric math. */
  public static boolean isOne(String text) {
    return ANY.matcher(text).matches();
  }

  /** The simple query that a text is; empty for any other. */
  public static Optional<InsightsQuery> read(String text) {
    Matcher query = SIMPLE.matcher(text);
    if (!query.matches()) {
      return Optional.empty();
    }
    boolean all = query.group(2) != null;
    return Optional.of(
        new InsightsQuery(bare(query.group(1)), bare(all ? query.group(2) : query.group(3)), all));
  }

  private static String bare(String name) {
    return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
  }
}
