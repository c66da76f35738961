package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Patterns that cover some events, in the spelling of the benchmarks without blanks. */
public final class Suggestion {
  private Suggestion() {}

  /** Whose spelling is followed. */
  public enum Style {
    /** CIS: event names alone, which other services may share. */
    CIS,
    /** Security Hub: the service is tested as well. */
    SECURITY_HUB
  }

  /** The fewest patterns for the calls of a service, as {@link #anyOf} packs them. */
  public static List<String> patterns(String eventSource, List<String> eventNames, Style style) {
    String open = style == Style.CIS ? "{" : "{($.eventSource=" + quoted(eventSource) + ")&&(";
    String close = style == Style.CIS ? "}" : ")}";
    return packed(
        open, new LinkedHashSet<>(eventNames).stream().map(Suggestion::named).toList(), close);
  }

  /** The test for a name, as CIS spells it. */
  public static String named(String eventName) {
    return "($.eventName=" + quoted(eventName) + ")";
  }

  /**
   * As few patterns as alternatives fit into, each of 1,024 characters at most (F45); they share a
   * metric (F53).
   *
   * @param alternatives tests in brackets, of which a record meets one
   */
  public static List<String> anyOf(Collection<String> alternatives) {
    return packed("{", new LinkedHashSet<>(alternatives), "}");
  }

  /** Each goes into the first pattern that has room for it. */
  private static List<String> packed(String open, Collection<String> alternatives, String close) {
    List<StringBuilder> patterns = new ArrayList<>();
    for (String one : alternatives) {
      int length = 2 + one.length() + close.length();
      Optional<StringBuilder> room =
          patterns.stream()
              .filter(it -> it.length() + length <= FilterPattern.MAX_LENGTH)
              .findFirst();
      if (room.isPresent()) {
        room.get().append("||").append(one);
      } else {
        patterns.add(new StringBuilder(open).append(one));
      }
    }
    return patterns.stream().map(one -> one.append(close).toString()).toList();
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
