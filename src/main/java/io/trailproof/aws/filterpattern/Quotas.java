package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.PatternDoubt;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pattern has used up of the service's limits, and the doubts met on the way
 * (filter-patterns §2.7).
 */
final class Quotas {
  private static final int WILDCARDS_PER_SELECTOR = 1;
  private static final int WILDCARD_SELECTORS = 3;
  private static final int REGEXES = 2;

  private final List<Rejection> rejections = new ArrayList<>();
  private final List<PatternDoubt> doubts = new ArrayList<>();
  private int wildcardSelectors;
  private int regexes;

  void selector(Selector selector, String written) {
    int wildcards = selector.wildcards();
    if (wildcards > WILDCARDS_PER_SELECTOR) {
      refuse(
          Rejection.Code.SELECTOR_WILDCARDS,
          "a selector may hold 1 wildcard, `" + written + "` has " + wildcards,
          selector.at());
    }
    if (wildcards > 0 && ++wildcardSelectors == WILDCARD_SELECTORS + 1) {
      refuse(
          Rejection.Code.PATTERN_WILDCARDS,
          "a pattern may hold 3 selectors with a wildcard, `" + written + "` is one more",
          selector.at());
    }
    if (!selector.doubt().isEmpty()) {
      doubt(selector.doubt(), selector.at().start(), selector.at().end());
    }
  }

  void regex(String body, Range at) {
    if (++regexes == REGEXES + 1) {
      refuse(
          Rejection.Code.PATTERN_REGEXES,
          "a pattern may hold 2 regular expressions, `%" + body + "%` is one more",
          at);
    }
  }

  void doubt(String message, int start, int end) {
    doubts.add(new PatternDoubt(message, start, end));
  }

  private void refuse(Rejection.Code code, String message, Range at) {
    rejections.add(new Rejection(code, message, at.start(), at.end(), List.of()));
  }

  Parsed finish(FilterPattern pattern) {
    return rejections.isEmpty()
        ? new Parsed.Accepted(pattern, doubts)
        : new Parsed.Rejected(rejections);
  }
}
