package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything this package has to say about a template. */
public final class TemplateProblem {
  /** The code of the note on a parameter that the user gives and no template has. */
  public static final String UNKNOWN_PARAMETER = "unknown-parameter";

  private TemplateProblem() {}

  static Diagnostic notATemplate(SourceFile file) {
    return Diagnostic.errorAtStart(
        "not-a-template", "a template is a mapping with a `Resources` section", file);
  }

  public static Diagnostic notAMapping(String section, Span at) {
    return Diagnostic.error(
        "invalid-template", Rendering.quoted(section) + " is not a mapping", at);
  }

  public static Diagnostic noType(String id, Span at) {
    return Diagnostic.error(
        "invalid-template",
        "the resource " + Rendering.quoted(id) + " has no `Type` that is a text",
        at);
  }

  static Diagnostic duplicateKey(String key, Span at) {
    return Diagnostic.note(
        "duplicate-key", Rendering.quoted(key) + " is written twice, the last one counts", at);
  }

  static Diagnostic alias(Span at) {
    return Diagnostic.note(
        "yaml-alias",
        "CloudFormation takes no YAML aliases, this is read as if it were written out",
        at,
        "`aws cloudformation package` writes them out");
  }

  static Diagnostic shortForm(Span at) {
    return Diagnostic.note(
        "short-form",
        "CloudFormation takes no short forms of functions in what `AWS::Include` brings",
        at,
        "write the function in full, as `{\"Fn::Sub\": …}`");
  }

  static Diagnostic nullValue(String key, Span at) {
    return Diagnostic.note(
        "null-value", Rendering.quoted(key) + " has no value, which CloudFormation refuses", at);
  }

  public static Diagnostic unknownName(String name, Collection<String> known, Span at) {
    return Diagnostic.error(
        "unknown-reference",
        Rendering.quoted(name) + " is neither a parameter nor a resource of this template",
        at,
        DidYouMean.nearest(name, known)
            .map(near -> new String[] {"did you mean " + Rendering.quoted(near) + "?"})
            .orElse(new String[0]));
  }

  public static Diagnostic unknownCondition(String name, Collection<String> known, Span at) {
    return Diagnostic.error(
        "unknown-condition",
        "there is no condition " + Rendering.quoted(name) + " in this template",
        at,
        DidYouMean.nearest(name, known)
            .map(near -> new String[] {"did you mean " + Rendering.quoted(near) + "?"})
            .orElse(new String[0]));
  }

  public static Diagnostic circular(String what, Span at) {
    return Diagnostic.error("circular-reference", what + " depends on itself", at);
  }

  /**
   * Resources that depend on each other.
   *
   * @param cycle their names; each needs the next, and the last the first
   */
  public static Diagnostic circularResources(List<String> cycle, Span at) {
    String names = cycle.stream().limit(8).map(Rendering::quoted).collect(Collectors.joining(", "));
    return cycle.size() == 1
        ? circular("the resource " + names, at)
        : Diagnostic.error(
            "circular-reference", "the resources " + names + " depend on each other", at);
  }

  public static Diagnostic resourceInCondition(String name, Span at) {
    return Diagnostic.error(
        "invalid-function",
        "a condition cannot refer to a resource such as " + Rendering.quoted(name),
        at);
  }

  static Diagnostic version(Span at) {
    return Diagnostic.error(
        "invalid-template", "`AWSTemplateFormatVersion` can only be `2010-09-09`", at);
  }

  static Diagnostic shape(String function, String shape, Span at) {
    return Diagnostic.error("invalid-function", Rendering.quoted(function) + " takes " + shape, at);
  }

  static Diagnostic siblings(String function, Span at) {
    return Diagnostic.error(
        "invalid-function",
        Rendering.quoted(function) + " stands beside other keys, which is not allowed",
        at);
  }

  public static Diagnostic subName(Span at) {
    return Diagnostic.error(
        "invalid-function",
        "names in `Fn::Sub` hold letters, digits, dots and colons only",
        at,
        "write `${!…}` for a literal `${…}`");
  }

  static Diagnostic unknownFunction(String name, Span at) {
    return Diagnostic.note(
        "unknown-function", "there is no function " + Rendering.quoted(name), at);
  }

  public static Diagnostic missingUnderCondition(String id, String condition, Span at) {
    return Diagnostic.note(
        "reference-to-nothing",
        Rendering.quoted(id)
            + " does not exist, since the condition "
            + Rendering.quoted(condition)
            + " is false",
        at);
  }

  public static Diagnostic noSuchMapping(String map, Span at) {
    return Diagnostic.error("unknown-mapping", "there is no mapping " + Rendering.quoted(map), at);
  }

  public static Diagnostic noSuchEntry(String map, String key, Span at) {
    return Diagnostic.error(
        "unknown-mapping",
        "the mapping " + Rendering.quoted(map) + " has no entry " + Rendering.quoted(key),
        at);
  }

  public static Diagnostic noSuchOutput(String output, String stack, Span at) {
    return Diagnostic.error(
        "unknown-reference",
        "the template of the nested stack "
            + Rendering.quoted(stack)
            + " has no output "
            + Rendering.quoted(output),
        at);
  }

  /** Points at the parameter that was meant, or at the template. */
  public static Diagnostic unknownParameter(
      String name, Map<String, Node.Member> known, Template template) {
    String message = "no template here has a parameter " + Rendering.quoted(name);
    String code = UNKNOWN_PARAMETER;
    return DidYouMean.nearest(name, known.keySet())
        .flatMap(near -> Optional.ofNullable(known.get(near)))
        .map(
            near ->
                Diagnostic.note(
                    code,
                    message,
                    near.keySpan(),
                    "did you mean " + Rendering.quoted(near.key()) + "?"))
        .orElseGet(() -> Diagnostic.note(code, message, template.file().span(0, 0)));
  }

  public static Diagnostic refusedValue(String name, Span at) {
    return Diagnostic.note(
        "refused-value",
        "the value given for "
            + Rendering.quoted(name)
            + " is none that this declaration allows, so CloudFormation refuses it",
        at);
  }

  static Diagnostic noParameter(Span at) {
    return Diagnostic.error(
        "invalid-parameters",
        "not the value of a parameter",
        at,
        "write `[{\"ParameterKey\": \"…\", \"ParameterValue\": \"…\"}]` or `{\"Parameters\":"
            + " {\"…\": \"…\"}}`");
  }
}
