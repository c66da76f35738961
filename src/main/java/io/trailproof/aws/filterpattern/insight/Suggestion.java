package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Patterns that cover some events of one service and nothing else, in the spelling of the
 * benchmarks without blanks.
 */
public final class Suggestion {
  private Suggestion() {}

  /** Whose spelling is followed. */
  public enum Style {
    /** CIS: event names alone, which other services may share. */
    CIS,
    /** Security Hub: the service is tested as well. */
    SECURITY_HUB
  }

  /**
   * As few patterns as fit into 1,024 characters each (F45), events in the given order; they share
   * a metric (F53).
   */
  public static List<String> patterns(String eventSource, List<String> eventNames, Style style) {
    String open = style == Style.CIS ? "{" : "{($.eventSource=" + quoted(eventSource) + ")&&(";
    String close = style == Style.CIS ? "}" : ")}";
    List<String> patterns = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    for (String name : new LinkedHashSet<>(eventNames)) {
      String test = "($.eventName=" + quoted(name) + ")";
      int length = open.length() + pattern.length() + 2 + test.length() + close.length();
      if (!pattern.isEmpty() && length > FilterPattern.MAX_LENGTH) {
        patterns.add(open + pattern + close);
        pattern.setLength(0);
      }
      pattern.append(pattern.isEmpty() ? "" : "||").append(test);
    }
    if (!pattern.isEmpty()) {
      patterns.add(open + pattern + close);
    }
    return patterns;
  }

  /** Without quotes where the published patterns have none. */
  private static String quoted(String text) {
    boolean bare =
        text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_'));
    boolean word =
        bare && text.chars().anyMatch(Character::isLetter) && !text.equalsIgnoreCase("null");
    return word ? text : '"' + text + '"';
  }
}
