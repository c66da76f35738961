package io.trailproof.aws.policy;

import java.util.List;

/** The comparison of ARNs, whose six parts match one by one. */
final class ArnPattern {

  private static final int PARTS = 6;

  private ArnPattern() {}

  static Answer matches(PolicyText arn, PolicyText pattern) {
    Answer whole = arn.matches(pattern);
    boolean known = pattern.known().isPresent();
    if (whole == Answer.NO || pattern.sameAs(PolicyText.of("*")) == Answer.YES) {
      return whole;
    }
    List<PolicyText> wanted = pattern.split(':', PARTS);
    if (wanted.size() < PARTS) {
      // Known text is no ARN then, and what becomes of it is not documented; a hole may be a whole
      // one.
      return known ? Answer.UNKNOWN : whole;
    }
    Answer parts = byParts(arn.split(':', PARTS), wanted);
    // A hole may hold colons, so that only what both readings say is certain.
    return (known && arn.known().isPresent()) || parts == whole ? parts : Answer.UNKNOWN;
  }

  private static Answer byParts(List<PolicyText> actual, List<PolicyText> wanted) {
    if (actual.size() < PARTS) {
      return Answer.NO;
    }
    Answer all = Answer.YES;
    for (int index = 0; index < PARTS; index++) {
      all = all.and(actual.get(index).matches(wanted.get(index)));
    }
    return all;
  }
}
