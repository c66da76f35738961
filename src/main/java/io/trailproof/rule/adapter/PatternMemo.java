package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.rule.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last patterns are and cover: the same pattern is asked about for every event, and in an
 * organisation it stands in every account's template.
 */
public final class PatternMemo {
  private static final int PATTERNS = 128;

  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > PATTERNS;
        }
      };

  private record Known(Parsed parsed, Map<List<String>, Coverage> coverage) {}

  private synchronized Known known(String text) {
    Known before = known.get(text);
    if (before != null) {
      return before;
    }
    Known now = new Known(FilterPattern.parse(text), new HashMap<>());
    known.put(text, now);
    return now;
  }

  public Parsed parse(String text) {
    return known(text).parsed();
  }

  /** What the pattern of this text covers. */
  public synchronized Coverage coverage(String text, FilterPattern pattern, Event event) {
    return known(text)
        .coverage()
        .computeIfAbsent(
            List.of(event.name(), event.source(), event.pattern().orElse("")),
            any -> Coverage.of(List.of(pattern), EventScenario.of(event)));
  }
}
