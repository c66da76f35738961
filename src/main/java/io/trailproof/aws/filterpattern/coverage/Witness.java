package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.TermPattern;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record that shows what was claimed.
 *
 * @param clauses what it is about the record that decides, in words such as {@code
 *     `$.userIdentity.type` is not `Root`}
 */
public record Witness(Json.Obj record, List<String> clauses) {
  public Witness {
    clauses = List.copyOf(clauses);
  }

  /**
   * Says in words why a record matches none of some patterns: the tests that fail, one clause a
   * selector.
   */
  static final class Clauses {
    private static final int MAX_CONSTANTS = 3;

    private final Json.Obj record;
    private final Map<String, List<JsonExpression.Test>> failed = new LinkedHashMap<>();
    private final Set<String> others = new LinkedHashSet<>();

    private Clauses(Json.Obj record) {
      this.record = record;
    }

    static List<String> ofMiss(List<FilterPattern> patterns, Json.Obj record) {
      Clauses clauses = new Clauses(record);
      patterns.forEach(clauses::add);
      List<String> words = new ArrayList<>();
      clauses.failed.values().forEach(tests -> words.add(clauses.clause(tests)));
      words.addAll(clauses.others);
      return words;
    }

    private void add(FilterPattern pattern) {
      pattern.match(
          json -> add(json.expression()),
          space ->
              others.add(
                  "the record's text does not split into the fields of `" + space.print() + "`"),
          terms -> add(terms),
          regex -> others.add("the record's text does not hold `" + regex.print() + "`"),
          empty -> false);
    }

    private boolean add(TermPattern pattern) {
      String text = record.print();
      for (TermPattern.Term term : pattern.terms()) {
        boolean present = text.contains(term.text());
        if (term.mode() == TermPattern.Mode.EXCLUDED && present) {
          others.add("the record mentions `" + term.text() + "`");
        } else if (term.mode() != TermPattern.Mode.EXCLUDED
            && !present
            && (term.mode() == TermPattern.Mode.REQUIRED || pattern.isAlternatives())) {
          others.add("the record does not mention `" + shortened(term.text()) + "`");
        }
      }
      return true;
    }

    private static String shortened(String text) {
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private boolean add(JsonExpression expression) {
      return expression.match(
          or -> {
            or.alternatives().forEach(this::add);
            return true;
          },
          and ->
              and.conditions().stream()
                  .filter(condition -> condition.matches(record) == Truth.NO)
                  .min(Comparator.comparingInt(condition -> condition.tests().size()))
                  .map(this::add)
                  .orElse(false),
          test -> failed.computeIfAbsent(test.selector().print(), s -> new ArrayList<>()).add(test),
          undocumented -> false);
    }

    private String clause(List<JsonExpression.Test> tests) {
      JsonExpression.Test first = tests.get(0);
      String selector = "`" + first.selector().print() + "`";
      if (first.selector().wildcards() > 0) {
        return "`" + first.print() + "` does not hold";
      }
      Json value = value(first);
      if (value == null) {
        return selector + " is absent";
      }
      boolean text = value.kind() == Json.Kind.STRING || value.kind() == Json.Kind.NUMBER;
      Set<String> constants =
          tests.stream().map(Clauses::wanted).collect(Collectors.toCollection(LinkedHashSet::new));
      if (text && !constants.contains("") && constants.size() <= MAX_CONSTANTS && !isFixed(first)) {
        return selector
            + " is not "
            + constants.stream().map(c -> "`" + c + "`").collect(Collectors.joining(" or "));
      }
      String shown = value instanceof Json.Str string ? string.value() : value.print();
      return selector + " is `" + shortened(shown) + "`";
    }

    private @Nullable Json value(JsonExpression.Test test) {
      Json node = record;
      for (PathStep step : test.selector().steps()) {
        node = node == null ? null : step.of(node);
      }
      return node;
    }

    /** The event's own name and service are better named than denied. */
    private static boolean isFixed(JsonExpression.Test test) {
      String selector = test.selector().print();
      return selector.equals("$.eventName") || selector.equals("$.eventSource");
    }

    /**
     * The constant that the record's value should have been equal to; empty if it is no such test.
     */
    private static String wanted(JsonExpression.Test test) {
      return test.condition()
          .match(
              compare -> compare.equal() ? shown(compare) : "",
              order -> "",
              is -> "",
              notExists -> "",
              textIn -> textIn.inside() ? constant(textIn) : "");
    }

    /** The one text of the set, if it is a set of one. */
    private static String constant(NodeCondition.TextIn textIn) {
      return textIn.set() instanceof TextSet.ExactText exact ? exact.text() : "";
    }

    private static String shown(NodeCondition.Compare compare) {
      Operand value = compare.value();
      return value.match(number -> number.text(), text -> text.text(), regex -> regex.print());
    }
  }
}
