package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.json.ParsedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy document: its statements, or why it is none. */
public final class PolicyDocument {

  /** No policy is nested deeper. */
  private static final int DEEPEST = 32;

  private final List<Statement> statements;
  private final Optional<String> problem;

  private PolicyDocument(List<Statement> statements, Optional<String> problem) {
    this.statements = List.copyOf(statements);
    this.problem = problem;
  }

  /** The document that a JSON text holds. */
  public static PolicyDocument parse(String json) {
    ParsedJson read = Json.read(json, DEEPEST);
    Json value = read.value();
    if (value == null) {
      return noJson(read.problem() + " at character " + (read.offset() + 1));
    }
    if (!read.repeated().isEmpty()) {
      return noJson("the key `" + read.repeated().get(0) + "` comes twice");
    }
    return holdsNull(value) ? malformed("the policy document holds a `null`") : parse(value);
  }

  private static PolicyDocument noJson(String problem) {
    return malformed("the policy document is no JSON: " + problem);
  }

  /** Nothing in a policy may be null. */
  private static boolean holdsNull(Json value) {
    return value instanceof Json.Null
        || value.children().stream().anyMatch(PolicyDocument::holdsNull);
  }

  /** The document that a tree is; a known text is read as JSON. */
  public static PolicyDocument parse(Json node) {
    if (node.asMembers().isPresent()) {
      return document(node.asMembers().get());
    }
    Optional<PolicyText> text = PolicyText.read(node);
    if (text.isPresent()) {
      return text.get()
          .known()
          .map(PolicyDocument::parseOnce)
          .orElseGet(() -> unseen("known in part only", true));
    }
    return node instanceof Json.Unknown unknown
        ? unseen(unknown.why(), true)
        : malformed("the policy document is no object");
  }

  /** A text within a text is no document. */
  private static PolicyDocument parseOnce(String json) {
    return json.stripLeading().startsWith("{")
        ? parse(json)
        : malformed("the policy document is no object");
  }

  /**
   * A policy that exists and cannot be seen.
   *
   * @param why in words, such as "known only after apply" or "managed by AWS"
   * @param mayDeny whether it may also deny, which policies managed by AWS hardly do
   */
  public static PolicyDocument unseen(String why, boolean mayDeny) {
    return new PolicyDocument(
        List.of(Statement.unseen("a policy that is " + why, mayDeny)), Optional.empty());
  }

  private static PolicyDocument malformed(String problem) {
    return new PolicyDocument(List.of(), Optional.of(problem));
  }

  private static PolicyDocument document(Map<String, Json> members) {
    Json node = members.get("Statement");
    if (node == null) {
      return malformed("the policy document has no `Statement`");
    }
    List<Statement> statements = new ArrayList<>();
    for (Json element : Statement.listed(node)) {
      int place = statements.size() + 1;
      Optional<Map<String, Json>> elements = element.asMembers();
      if (elements.isPresent()) {
        Optional<String> problem = Statement.problem(elements.get());
        if (problem.isPresent()) {
          return malformed("statement " + place + " is malformed: " + problem.get());
        }
        statements.add(Statement.read(elements.get(), place));
      } else if (element instanceof Json.Unknown unknown) {
        statements.add(
            Statement.unseen("statement " + place + ", which is " + unknown.why() + ",", true));
      } else {
        return malformed("statement " + place + " is no object");
      }
    }
    return new PolicyDocument(statements, Optional.empty());
  }

  /**
   * Why it is no policy document, if it is none; what only a kind of policy forbids is not in it.
   */
  public Optional<String> problem() {
    return problem;
  }

  List<Statement> statements() {
    return statements;
  }

  /** Why it is no policy document of the kind. */
  Optional<String> problem(Mode mode) {
    return problem.or(
        () ->
            statements.stream()
                .map(
                    statement ->
                        statement
                            .problem(mode)
                            .map(what -> statement.label() + " is malformed: " + what))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** What the document by itself says to a request. */
  public Decision decide(Mode mode, Request request) {
    return PolicySet.of(List.of(this)).decide(mode, request);
  }
}
