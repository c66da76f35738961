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
  private final Optional<PolicyProblem> problem;

  /** True if all that is wrong is that some statements name no action. */
  private final boolean isIdleInPart;

  private PolicyDocument(List<Statement> statements, Optional<PolicyProblem> problem) {
    this(statements, problem, false);
  }

  private PolicyDocument(
      List<Statement> statements, Optional<PolicyProblem> problem, boolean isIdleInPart) {
    this.statements = List.copyOf(statements);
    this.problem = problem;
    this.isIdleInPart = isIdleInPart;
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
        ? that(unknown.why())
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

  private static PolicyDocument that(String why) {
    return of(List.of(Statement.unseen("a policy that " + why, true)));
  }

  /** A policy that stands in no input, although the input could show it. */
  public static PolicyDocument elsewhere(String why) {
    return new PolicyDocument(
        List.of(Statement.unseen("a policy that is " + why, true).elsewhere()), Optional.empty());
  }

  /** A document that the API does not take where it is wanted. */
  public static PolicyDocument refused(String why) {
    return new PolicyDocument(List.of(), Optional.of(PolicyProblem.refused(why)));
  }

  static PolicyDocument of(List<Statement> statements) {
    return new PolicyDocument(statements, Optional.empty());
  }

  private static PolicyDocument malformed(String problem) {
    return malformed(PolicyProblem.refused(problem));
  }

  private static PolicyDocument malformed(PolicyProblem problem) {
    return new PolicyDocument(List.of(), Optional.of(problem));
  }

  private static PolicyDocument document(Map<String, Json> members) {
    Json node = members.get("Statement");
    if (node == null) {
      // No text says that the case of keys counts.
      boolean spelt = members.keySet().stream().anyMatch("Statement"::equalsIgnoreCase);
      return malformed(new PolicyProblem("the policy document has no `Statement`", !spelt));
    }
    List<Statement> statements = new ArrayList<>();
    Optional<PolicyProblem> idle = Optional.empty();
    int place = 0;
    for (Json element : Statement.listed(node)) {
      place++;
      Optional<Map<String, Json>> elements = element.asMembers();
      if (elements.isPresent()) {
        Optional<PolicyProblem> problem = Statement.problem(elements.get());
        if (problem.isPresent() && Statement.isIdle(elements.get())) {
          String label = "statement " + place;
          idle = idle.or(() -> problem.map(one -> one.of(label)));
          continue;
        }
        if (problem.isPresent()) {
          return malformed(problem.get().of("statement " + place));
        }
        statements.add(Statement.read(elements.get(), place));
      } else if (element instanceof Json.Unknown unknown) {
        statements.add(
            Statement.unseen("statement " + place + ", which " + unknown.why() + ",", true));
      } else {
        return malformed("statement " + place + " is no object");
      }
    }
    return new PolicyDocument(statements, idle, idle.isPresent());
  }

  /** The same as the policy of a key, where a statement without action has no effect (F213). */
  public PolicyDocument ofKey() {
    return isIdleInPart ? new PolicyDocument(statements, Optional.empty()) : this;
  }

  /**
   * Why it is no policy document, if it is none; what only a kind of policy forbids is not in it.
   */
  public Optional<String> problem() {
    return problem.map(PolicyProblem::what);
  }

  List<Statement> statements() {
    return statements;
  }

  /** Why it is no policy document of the kind. */
  Optional<PolicyProblem> problem(Mode mode) {
    return problem.or(
        () ->
            statements.stream()
                .map(statement -> statement.problem(mode).map(it -> it.of(statement.label())))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** What the document by itself says to a request. */
  public Decision decide(Mode mode, Request request) {
    return PolicySet.of(List.of(this)).decide(mode, request);
  }
}
