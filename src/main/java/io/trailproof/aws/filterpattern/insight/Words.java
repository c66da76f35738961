package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Conditions in words. */
final class Words {
  private Words() {}

  static String of(JsonExpression expression) {
    return expression.match(
        or -> joined(or.alternatives(), " or "),
        and -> joined(and.conditions(), " and "),
        Words::of,
        undocumented -> "something undocumented");
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
            notExists -> many ? "there is no " + selector : selector + " is absent");
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
