package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.insight.Explanation.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes on the events that a pattern names, and on what it asks of them besides. */
final class EventNotes {
  private static final String NAME = "$.eventName";
  private static final String SOURCE = "$.eventSource";
  private static final Set<String> KIND_OF_EVENT =
      Set.of(NAME, SOURCE, "$.eventType", "$.managementEvent", "$.eventCategory");

  private final EventNames names = EventNames.bundled();
  private final List<PatternNote> notes;
  private final Set<String> said = new HashSet<>();

  EventNotes(List<PatternNote> notes) {
    this.notes = notes;
  }

  void read(JsonExpression expression) {
    read(expression, Optional.empty(), false);
  }

  /**
   * Reads one part of a pattern.
   *
   * @param source the service that the parts around it limit it to, if it is one
   * @param limited true if the parts around it limit the service at all
   */
  private boolean read(JsonExpression expression, Optional<String> source, boolean limited) {
    return expression.match(
        or -> {
          or.alternatives().forEach(e -> read(e, source, limited));
          return true;
        },
        and -> conjunction(and, source, limited),
        test -> test(test, source, limited),
        undocumented -> false);
  }

  private boolean conjunction(
      JsonExpression.And and, Optional<String> outer, boolean outerLimited) {
    Optional<String> source = outer;
    boolean limited = outerLimited;
    for (JsonExpression condition : and.conditions()) {
      List<JsonExpression.Test> tests = condition.tests();
      if (!tests.isEmpty() && tests.stream().allMatch(t -> t.selector().print().equals(SOURCE))) {
        limited = true;
        if (condition instanceof JsonExpression.Test test && test.constant().isPresent()) {
          source = test.constant();
        }
      }
    }
    for (JsonExpression condition : and.conditions()) {
      List<JsonExpression.Test> tests = condition.tests();
      boolean narrows =
          !tests.isEmpty()
              && tests.stream().noneMatch(t -> KIND_OF_EVENT.contains(t.selector().print()));
      if (narrows) {
        notes.add(
            new PatternNote(
                PatternNote.Code.NARROWS,
                "only if " + Words.of(condition),
                condition.at().start(),
                condition.at().end(),
                ""));
      } else {
        read(condition, source, limited);
      }
    }
    return true;
  }

  private boolean test(JsonExpression.Test test, Optional<String> source, boolean limited) {
    Optional<String> constant = test.constant();
    if (constant.isEmpty()
        || !test.selector().print().equals(NAME)
        || !said.add(constant.get() + source)) {
      return false;
    }
    String name = constant.get();
    List<String> sources = names.sourcesOf(name);
    if (source.isPresent() && names.knows(source.get())) {
      if (!names.has(source.get(), name)) {
        unknown(
            test,
            "`" + source.get() + "` has no event `" + name + "`",
            names.nearest(name, source.get()));
      }
    } else if (sources.isEmpty()) {
      names
          .nearest(name)
          .ifPresent(
              near ->
                  unknown(
                      test,
                      "no service that is known here has an event `" + name + "`",
                      Optional.of(near)));
    } else if (!limited && sources.size() > 1) {
      notes.add(
          new PatternNote(
              PatternNote.Code.OTHER_SERVICES,
              "`" + name + "` is an event of " + listed(sources),
              test.at().start(),
              test.at().end(),
              "test `$.eventSource` as well to leave the others out"));
    }
    return true;
  }

  private void unknown(JsonExpression.Test test, String message, Optional<String> near) {
    notes.add(
        new PatternNote(
            PatternNote.Code.UNKNOWN_EVENT_NAME,
            message,
            test.at().start(),
            test.at().end(),
            near.map(n -> "did you mean `" + n + "`?").orElse("")));
  }

  private static String listed(List<String> sources) {
    List<String> quoted = new ArrayList<>(sources.stream().map(s -> "`" + s + "`").toList());
    String last = quoted.remove(quoted.size() - 1);
    return quoted.stream().collect(Collectors.joining(", ")) + " and " + last;
  }
}
