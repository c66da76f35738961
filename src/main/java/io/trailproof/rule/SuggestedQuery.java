package io.trailproof.rule;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.insights.LogsQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query of Logs Insights that finds every event of a rule: the calls by their names, and of a
 * pattern what a query can ask as well, so that it may find more.
 */
final class SuggestedQuery {
  /** What an expression in a query stands for as it is. */
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9]+");

  private SuggestedQuery() {}

  static String of(List<Event> events) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    boolean any = false;
    for (Event event : events) {
      if (event.isNameAlone()) {
        names.computeIfAbsent(event.source(), all -> new ArrayList<>()).add(event.name());
      } else {
        Optional<String> condition = ofPattern(event.asPattern());
        condition.ifPresent(conditions::add);
        any |= condition.isEmpty();
      }
    }
    if (any) {
      return "filter ispresent(eventName)";
    }
    if (conditions.isEmpty() && names.size() == 1) {
      String source = names.keySet().iterator().next();
      return LogsQuery.suggested(source, names.getOrDefault(source, List.of()));
    }
    return Stream.concat(
            names.entrySet().stream().map(one -> named(one.getKey(), one.getValue())),
            conditions.stream())
        .distinct()
        .collect(Collectors.joining(" or ", "filter ", ""));
  }

  private static String named(String source, List<String> names) {
    String query = LogsQuery.suggested(source, names);
    return "(" + query.substring("filter ".length()) + ")";
  }

  private static Optional<String> ofPattern(String pattern) {
    return FilterPattern.parse(pattern)
        .match(
            accepted ->
                accepted
                    .pattern()
                    .match(
                        json -> of(json.expression()),
                        space -> Optional.empty(),
                        terms -> Optional.empty(),
                        regex -> Optional.empty(),
                        empty -> Optional.empty()),
            rejected -> Optional.empty());
  }

  /** A condition that holds wherever the expression does; empty if there is none. */
  private static Optional<String> of(JsonExpression expression) {
    return expression.match(
        or -> {
          List<Optional<String>> parts =
              or.alternatives().stream().map(SuggestedQuery::of).toList();
          return parts.stream().allMatch(Optional::isPresent)
              ? Optional.of(joined(parts, " or "))
              : Optional.empty();
        },
        and -> {
          List<Optional<String>> parts =
              and.conditions().stream()
                  .map(SuggestedQuery::of)
                  .filter(Optional::isPresent)
                  .distinct()
                  .toList();
          return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts, " and "));
        },
        SuggestedQuery::of,
        undocumented -> Optional.empty());
  }

  private static String joined(List<Optional<String>> parts, String word) {
    String all = parts.stream().flatMap(Optional::stream).collect(Collectors.joining(word));
    return parts.size() == 1 ? all : "(" + all + ")";
  }

  private static Optional<String> of(JsonExpression.Test test) {
    String field = test.selector().print().replaceFirst("^\\$\\.", "");
    boolean plain = test.selector().wildcards() == 0 && field.matches("[A-Za-z.]+");
    return plain
            && !test.isDoubtful()
            && test.condition() instanceof NodeCondition.Compare compare
            && compare.equal()
            && compare.value() instanceof Operand.Text text
            && text.doubt().isEmpty()
        ? asked(field, text.text())
        : Optional.empty();
  }

  private static Optional<String> asked(String field, String text) {
    if (text.indexOf('*') < 0) {
      return text.indexOf('"') < 0 ? Optional.of(field + " = \"" + text + "\"") : Optional.empty();
    }
    boolean open = text.startsWith("*");
    boolean close = text.endsWith("*") && text.length() > 1;
    String literal = text.substring(open ? 1 : 0, text.length() - (close ? 1 : 0));
    return LITERAL.matcher(literal).matches()
        ? Optional.of(field + " like /" + (open ? "" : "^") + literal + (close ? "" : "$") + "/")
        : Optional.empty();
  }
}
