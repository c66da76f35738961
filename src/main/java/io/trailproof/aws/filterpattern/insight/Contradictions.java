package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds conjunctions that ask one field to be two things at once (F44). */
final class Contradictions {
  private Contradictions() {}

  static List<PatternNote> in(JsonExpression.And and) {
    List<PatternNote> notes = new ArrayList<>();
    Map<String, JsonExpression.Test> first = new HashMap<>();
    for (JsonExpression condition : and.conditions()) {
      if (condition instanceof JsonExpression.Test test && test.selector().wildcards() == 0) {
        Optional<String> constant = constant(test);
        String selector = test.selector().print();
        if (constant.isPresent()) {
          JsonExpression.Test earlier = first.putIfAbsent(selector, test);
          if (earlier != null && !constant(earlier).equals(constant)) {
            notes.add(
                new PatternNote(
                    PatternNote.Code.TWO_VALUES_AT_ONCE,
                    "`"
                        + selector
                        + "` cannot be `"
                        + constant(earlier).orElse("")
                        + "` and `"
                        + constant.get()
                        + "` at once",
                    test.at().start(),
                    test.at().end(),
                    "join alternatives with `||`"));
          }
        }
      }
    }
    return notes;
  }

  /** The text that the test asks for, if it asks for exactly one. */
  static Optional<String> constant(JsonExpression.Test test) {
    if (test.isDoubtful()
        || !(test.condition() instanceof NodeCondition.Compare compare)
        || !compare.equal()) {
      return Optional.empty();
    }
    Operand value = compare.value();
    return value.match(
        number -> Optional.of(number.text()),
        text ->
            text.text().indexOf('*') < 0 && text.doubt().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty(),
        regex -> Optional.empty());
  }
}
