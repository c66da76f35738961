package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.SpacePattern;
import io.trailproof.aws.filterpattern.TermPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as a tree in words.
 *
 * @param lines one node each; two blanks of indentation a level
 */
public record Explanation(List<String> lines) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  public static Explanation of(FilterPattern pattern) {
    return new Explanation(
        pattern.match(
            json -> under("matches a JSON object of which", lines(json.expression())),
            Explanation::lines,
            Explanation::lines,
            regex -> List.of("matches a text in which `" + regex.print() + "` is found"),
            empty -> List.of("matches everything")));
  }

  private static List<String> lines(JsonExpression expression) {
    return expression.match(
        or -> under("any of", all(or.alternatives())),
        and -> under("all of", all(and.conditions())),
        test -> List.of(Words.of(test)),
        undocumented -> List.of("nothing is asked, with an effect that is not documented"));
  }

  private static List<String> all(List<JsonExpression> expressions) {
    return expressions.stream().flatMap(e -> lines(e).stream()).toList();
  }

  private static List<String> lines(SpacePattern pattern) {
    if (pattern.fields().isEmpty()) {
      return List.of("matches everything");
    }
    List<String> fields = new ArrayList<>();
    for (SpacePattern.Field field : pattern.fields()) {
      String name = field.name().isEmpty() ? "a word" : "the word `" + field.name() + "`";
      fields.add(
          field.ellipsis()
              ? "any words"
              : field.test() == null
                  ? name
                  : name + " with `" + field.test().print(field.name()) + "`");
    }
    return under("matches a line of words", fields);
  }

  private static List<String> lines(TermPattern pattern) {
    List<String> terms = new ArrayList<>();
    for (TermPattern.Term term : pattern.terms()) {
      String text = "`" + term.text() + "`";
      terms.add(
          switch (term.mode()) {
            case REQUIRED -> "contains " + text;
            case EXCLUDED -> "does not contain " + text;
            case OPTIONAL ->
                pattern.isAlternatives()
                    ? "contains " + text
                    : "may contain " + text + ", which is ignored";
          });
    }
    return under(
        pattern.isAlternatives()
            ? "matches a text for which any of"
            : "matches a text for which all of",
        terms);
  }

  private static List<String> under(String title, List<String> lines) {
    List<String> indented = new ArrayList<>();
    indented.add(title);
    lines.forEach(line -> indented.add("  " + line));
    return indented;
  }
}
