package io.trailproof.aws.policy;

import java.util.List;
import java.util.Optional;

/** The comparison of ARNs, whose six parts match one by one. */
final class ArnPattern {

  private static final int PARTS = 6;

  private ArnPattern() {}

  static Answer matches(PolicyText arn, PolicyText pattern) {
    Answer whole = arn.matches(pattern);
    Optional<String> known = pattern.known();
    if (whole == Answer.NO || known.isEmpty() || known.get().equals("*")) {
      return whole;
    }
    List<String> wanted = parts(known.get());
    if (wanted.size() < PARTS) {
      // Not an ARN; what becomes of it is not documented.
      return Answer.UNKNOWN;
    }
    return arn.known().map(text -> byParts(parts(text), wanted)).orElse(whole);
  }

  private static Answer byParts(List<String> actual, List<String> wanted) {
    if (actual.size() < PARTS) {
      return Answer.NO;
    }
    Answer all = Answer.YES;
    for (int index = 0; index < PARTS; index++) {
      all = all.and(PolicyText.of(actual.get(index)).matches(PolicyText.of(wanted.get(index))));
    }
    return all;
  }

  private static List<String> parts(String arn) {
    return List.of(arn.split(":", PARTS));
  }
}
