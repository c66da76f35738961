package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function and one of its versions or aliases, as a name or an ARN gives both, or a reference to
 * one of these (F192): {@code page:live}, {@code
 * arn:aws:lambda:us-east-1:111122223333:function:page:live}.
 *
 * @param function what names the function itself
 * @param qualifier the version or alias
 */
record QualifiedFunction(Value function, Value qualifier) {
  /** Not published: the policy of the function, and no other, is that of this one. */
  private static final String LATEST = "$LATEST";

  private static final String ALIAS = "aws.lambda.Alias";
  private static final String VERSION = "aws.lambda.Version";

  private static final Pattern BEHIND_HOLE = Pattern.compile(":([A-Za-z0-9$_-]+)");
  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_-]+:([A-Za-z0-9$_-]+)");
  private static final Pattern IN_ARN = Pattern.compile("function:[^:]+:([A-Za-z0-9$_-]+)");
  private static final Pattern IN_OPEN_ARN = Pattern.compile("[^:]*:([A-Za-z0-9$_-]+)");

  /** What a value names, if that is a version or an alias. */
  static Optional<QualifiedFunction> of(ResourceGraph graph, Value value) {
    return referred(graph, value).or(() -> written(value)).or(() -> written(graph.resolve(value)));
  }

  /** What a resource is, if it is a version or an alias. */
  static Optional<QualifiedFunction> of(Resource resource) {
    return switch (resource.type()) {
      case ALIAS ->
          Optional.of(
              new QualifiedFunction(resource.property("function"), resource.property("name")));
      case VERSION ->
          Optional.of(
              new QualifiedFunction(
                  resource.property("function"), attribute(resource, "version", Origin.NOWHERE)));
      default -> Optional.empty();
    };
  }

  boolean isLatest() {
    return qualifier.asText().filter(LATEST::equals).isPresent();
  }

  private static Optional<QualifiedFunction> referred(ResourceGraph graph, Value value) {
    if (!(value instanceof Value.Reference reference) || !reference.isIdentity()) {
      return Optional.empty();
    }
    return graph
        .find(reference.target())
        .flatMap(
            target ->
                reference.attribute().equals("qualifiedArn")
                    ? Optional.of(published(graph, target, value.origin()))
                    : of(target).filter(any -> reference.attribute().equals("arn")));
  }

  private static QualifiedFunction published(ResourceGraph graph, Resource function, Origin at) {
    Value version = attribute(function, "version", at);
    Value published = graph.property(function, "published");
    Value qualifier =
        published
            .asText()
            .map(text -> text.equals("true") ? version : Value.text(LATEST, at))
            .orElseGet(() -> new Value.Unknown("hangs on whether it is published", at));
    return new QualifiedFunction(attribute(function, "arn", at), qualifier);
  }

  private static Value attribute(Resource resource, String name, Origin at) {
    return new Value.Reference(resource.id(), name, at);
  }

  private static Optional<QualifiedFunction> written(Value value) {
    List<Value> parts = value instanceof Value.Template text ? text.parts() : List.of(value);
    Value last = parts.get(parts.size() - 1);
    if (!last.isKnown()) {
      return behindColon(value, parts, last);
    }
    String text = last.asText().orElse("");
    return qualifier(value, parts, text)
        .map(
            found ->
                new QualifiedFunction(
                    shortened(value, parts, text, found.length() + 1),
                    Value.text(found, value.origin())));
  }

  /** What is not known yet is a qualifier where nothing but a function stands before its colon. */
  private static Optional<QualifiedFunction> behindColon(
      Value value, List<Value> parts, Value last) {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    List<Value> before = parts.subList(0, parts.size() - 1);
    String text = before.get(before.size() - 1).asText().orElse("");
    boolean behindHole = text.equals(":") && before.size() == 2;
    boolean inArn = Arn.parse(value).isPresent() && text.matches("(.*:function:[^:]+)?:");
    return behindHole || inArn
        ? Optional.of(new QualifiedFunction(shortened(value, before, text, 1), last))
        : Optional.empty();
  }

  private static Optional<String> qualifier(Value value, List<Value> parts, String last) {
    Optional<String> behind = matched(BEHIND_HOLE, last).filter(any -> parts.size() == 2);
    return behind
        .or(() -> matched(BARE_NAME, last).filter(any -> parts.size() == 1))
        .or(() -> Arn.parse(value).flatMap(arn -> inResource(arn.resource())));
  }

  private static Optional<String> inResource(Value resource) {
    if (!(resource instanceof Value.Template open)) {
      return resource.asText().flatMap(text -> matched(IN_ARN, text));
    }
    List<Value> parts = open.parts();
    boolean isFunction =
        parts.get(0).asText().filter(text -> text.startsWith("function:")).isPresent();
    return isFunction
        ? parts.get(parts.size() - 1).asText().flatMap(text -> matched(IN_OPEN_ARN, text))
        : Optional.empty();
  }

  private static Optional<String> matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The parts without some characters at the end of the last, which is a text. */
  private static Value shortened(Value value, List<Value> parts, String last, int by) {
    List<Value> rest = new ArrayList<>(parts.subList(0, parts.size() - 1));
    String text = last.substring(0, last.length() - by);
    if (!text.isEmpty()) {
      rest.add(Value.text(text, value.origin()));
    }
    return Value.joined(rest, value.origin());
  }
}
