package io.trailproof.aws.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The patterns of an `Action`, `NotAction`, `Resource` or `NotResource` element.
 *
 * @param negated whether none of them may match
 */
record Patterns(String element, PolicyNode node, boolean negated) {

  /** Action names ignore case. */
  Match action(String action) {
    return covers(PolicyText.of(action), PolicyText::lowerCase);
  }

  Match resource(PolicyText resource) {
    return covers(resource, PolicyText::withVariables);
  }

  private Match covers(PolicyText subject, UnaryOperator<PolicyText> reading) {
    boolean ignoresCase = element.endsWith("Action");
    PolicyText wanted = ignoresCase ? subject.lowerCase() : subject;
    Answer any = Answer.NO;
    for (PolicyNode each : node.asItems()) {
      Answer matches =
          each.asText()
              .map(pattern -> wanted.matches(reading.apply(pattern)))
              .orElse(Answer.UNKNOWN);
      any = any.or(matches);
    }
    Answer covered = negated ? any.not() : any;
    return Match.of(
        covered,
        covered == Answer.NO
            ? "its `%s` %s `%s`"
                .formatted(element, negated ? "leaves out" : "does not cover", subject)
            : "whether its `%s` covers `%s` is not known".formatted(element, subject));
  }

  /** The element of a statement that is there, if any of the names is. */
  static Optional<Patterns> read(Map<String, PolicyNode> statement, String name) {
    return Stream.of(false, true)
        .map(negated -> patterns(statement, negated ? "Not" + name : name, negated))
        .flatMap(List::stream)
        .findFirst();
  }

  private static List<Patterns> patterns(
      Map<String, PolicyNode> statement, String element, boolean negated) {
    PolicyNode node = statement.get(element);
    return node == null ? List.of() : List.of(new Patterns(element, node, negated));
  }
}
