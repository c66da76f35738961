package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;

/** Says on what an answer hinges that nobody can give. */
final class Doubts {
  private Doubts() {}

  static String about(List<FilterPattern> patterns, Json.Obj record) {
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (test.matches(record) == Truth.UNKNOWN) {
          return "it hinges on `" + test.print() + "`, of which the effect is not documented";
        }
      }
    }
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (!RecordTree.isFollowed(test)) {
          return "it hinges on `"
              + test.print()
              + "`, and elements beyond ["
              + RecordTree.MAX_INDEX
              + "] are not followed";
        }
      }
    }
    for (FilterPattern pattern : patterns) {
      if (pattern.matches(record) == Truth.UNKNOWN) {
        return "it hinges on `" + pattern.print() + "`, of which the effect is not documented";
      }
    }
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (!CloudTrailRecord.isDocumented(test.selector())) {
          return "it hinges on `" + test.selector().print() + "`, which no documented record has";
        }
      }
    }
    return "it hinges on a field that no documented record has";
  }
}
