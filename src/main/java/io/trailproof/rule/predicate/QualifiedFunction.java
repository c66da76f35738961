package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function and one of its versions or aliases, as a name or an ARN gives both (F192): {@code
 * page:live}, {@code arn:aws:lambda:us-east-1:111122223333:function:page:live}.
 *
 * @param function what names the function itself
 * @param qualifier the version or alias
 */
record QualifiedFunction(Value function, String qualifier) {
  private static final Pattern BEHIND_HOLE = Pattern.compile(":([A-Za-z0-9$_-]+)");
  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_-]+:([A-Za-z0-9$_-]+)");
  private static final Pattern IN_ARN = Pattern.compile("function:[^:]+:([A-Za-z0-9$_-]+)");

  /** What a value names, if it ends in a version or alias. */
  static Optional<QualifiedFunction> of(Value value) {
    List<Value> parts = value instanceof Value.Template text ? text.parts() : List.of(value);
    Optional<String> last = parts.get(parts.size() - 1).asText();
    return last.flatMap(text -> qualifier(value, parts, text))
        .map(
            qualifier ->
                new QualifiedFunction(
                    without(value, parts, last.orElseThrow(), qualifier), qualifier));
  }

  private static Optional<String> qualifier(Value value, List<Value> parts, String last) {
    Optional<String> behind = matched(BEHIND_HOLE, last).filter(any -> parts.size() == 2);
    return behind
        .or(() -> matched(BARE_NAME, last).filter(any -> parts.size() == 1))
        .or(
            () ->
                Arn.parse(value)
                    .flatMap(arn -> arn.resource().asText())
                    .flatMap(resource -> matched(IN_ARN, resource)));
  }

  private static Optional<String> matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Value without(Value value, List<Value> parts, String last, String qualifier) {
    List<Value> rest = new ArrayList<>(parts.subList(0, parts.size() - 1));
    String text = last.substring(0, last.length() - qualifier.length() - 1);
    if (!text.isEmpty()) {
      rest.add(Value.text(text, value.origin()));
    }
    return Value.joined(rest, value.origin());
  }
}
