package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.SpacePattern;
import io.trailproof.aws.filterpattern.TermPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
        undocumented ->
            List.of(
                undocumented.text().isEmpty()
                    ? "nothing is asked, with an effect that is not documented"
                    : Words.of(undocumented)));
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

  /** Conditions in words. */
  static final class Words {
    private Words() {}

    static String of(JsonExpression expression) {
      return expression.match(
          or -> joined(or.alternatives(), " or "),
          and -> joined(and.conditions(), " and "),
          Words::of,
          undocumented ->
              undocumented.text().isEmpty()
                  ? "something undocumented"
                  : "`" + undocumented.text() + "`, which is not read exactly");
    }

    private static String joined(List<JsonExpression> parts, String by) {
      return parts.stream()
          .map(part -> part instanceof JsonExpression.Test test ? of(test) : "(" + of(part) + ")")
          .collect(Collectors.joining(by));
    }

    static String of(JsonExpression.Test test) {
      String selector = "`" + test.selector().print() + "`";
      boolean many = test.selector().wildcards() > 0;
      return test.condition()
          .match(
              compare -> compare(selector, many, compare),
              order ->
                  some(selector, many)
                      + " is a number and "
                      + order.operator().words()
                      + " `"
                      + order.bound().text()
                      + "`",
              is -> some(selector, many) + " is " + is.literal().name().toLowerCase(Locale.ROOT),
              notExists -> many ? "there is no " + selector : selector + " is absent",
              textIn -> selector + textIn.print());
    }

    private static String some(String selector, boolean many) {
      return many ? "some " + selector : selector;
    }

    private static String compare(String selector, boolean many, NodeCondition.Compare compare) {
      if (compare.equal()) {
        return some(selector, many) + " " + value(compare.value(), true);
      }
      return many
          ? "no " + selector + " " + value(compare.value(), true)
          : selector + " is present and " + value(compare.value(), false);
    }

    private static String value(Operand value, boolean equal) {
      return value.match(
          number -> is(equal) + " `" + number.text() + "`",
          text -> text(text, equal),
          regex -> (equal ? "matches" : "does not match") + " `" + regex.print() + "`");
    }

    private static String text(Operand.Text value, boolean equal) {
      String text = value.text();
      boolean open = text.startsWith("*");
      boolean close = text.endsWith("*") && text.length() > 1;
      String core = text.substring(open ? 1 : 0, text.length() - (close ? 1 : 0));
      if (value.hasStarWithin() || !value.doubt().isEmpty() || (!open && !close)) {
        return is(equal) + " `" + text + "`";
      }
      if (core.isEmpty()) {
        return equal ? "is a string or a number" : "is neither a string nor a number";
      }
      if (open && close) {
        return (equal ? "contains" : "does not contain") + " `" + core + "`";
      }
      return (equal ? (open ? "ends" : "starts") : (open ? "does not end" : "does not start"))
          + " with `"
          + core
          + "`";
    }

    private static String is(boolean equal) {
      return equal ? "is" : "is not";
    }
  }
}
