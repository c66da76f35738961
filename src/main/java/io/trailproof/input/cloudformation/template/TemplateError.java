package io.trailproof.input.cloudformation.template;

import static io.trailproof.diagnostic.Message.error;
import static io.trailproof.diagnostic.Message.note;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Message;
import io.trailproof.source.Span;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that there is to say about a template and its parameters. */
public enum TemplateError implements Code {
  NOT_A_TEMPLATE(error("not-a-template", "a template is a mapping with a `Resources` section")),
  UNREAD_RESOURCES(
      error(
          "too-large",
          "the template declares %s resources, and no more than %s are read",
          "CloudFormation takes 500 in one stack")),
  NOT_A_MAPPING(refused("invalid-template", "%s is not a mapping")),
  NO_SUCH_SECTION(refused("invalid-template", "a template has no section %s")),
  UNKNOWN_SECTION(
      note(
          "unknown-property",
          "the section %s is not known here: CloudFormation refuses the template, unless another"
              + " tool takes it away first")),
  PARAMETER_TYPE(refused("invalid-template", "%s is no type of a parameter")),
  NO_TYPE(refused("invalid-template", "the resource %s has no `Type` that is a text")),
  VERSION(refused("invalid-template", "`AWSTemplateFormatVersion` can only be `2010-09-09`")),
  DIALECT(
      note(
          "template-dialect",
          "`2010-09-09-OC` is org-formation's own version of the format, read as `2010-09-09`")),
  NO_EXTENSIONS(
      note(
          "refused-template",
          "%s needs the transform `AWS::LanguageExtensions`, without which CloudFormation refuses"
              + " the template",
          "add `Transform: AWS::LanguageExtensions`")),
  NUMBER_KEY(
      note(
          "refused-template",
          "the key %s is a number to YAML, and CloudFormation refuses the template",
          "write the key in quotes")),
  NO_SUCH_TYPE(
      note(
          "refused-template",
          "there is no resource type %s, and CloudFormation refuses the template")),
  NO_SUCH_PROPERTY(
      note("refused-template", "%s has no property %s, and CloudFormation refuses the stack")),
  NO_SUCH_KEY(note("refused-template", "%s has a key %s, and CloudFormation refuses the template")),
  NO_SUCH_POLICY(
      note(
          "refused-template",
          "%s has a %s that can only be `Delete`, `Retain`, `RetainExceptOnCreate` or `Snapshot`,"
              + " and CloudFormation refuses the template")),
  TOO_MANY_RESOURCES(
      note(
          "refused-template",
          "the template has %s resources, and CloudFormation takes %s in one",
          "split it, as into nested stacks")),
  TOO_LARGE(
      note(
          "refused-template",
          "the template is larger than %s bytes, and CloudFormation takes no more, even from S3",
          "split it, as into nested stacks")),
  UNKNOWN_KEY(
      note(
          "unknown-property",
          "%s has a key %s that is not known here: it is newer than this version, or"
              + " CloudFormation refuses it")),
  UNKNOWN_PROPERTY(
      note(
          "unknown-property",
          "no property of %s is known here as %s: it is newer than this version, or CloudFormation"
              + " refuses it")),
  DUPLICATE_KEY(note("duplicate-key", "%s is written twice, the last one counts")),
  NULL_VALUE(
      refused(
          "null-value",
          "%s has no value, which CloudFormation refuses",
          "give it one or take it away; `AWS::NoValue` leaves a property out")),
  NO_SUCH_ATTRIBUTE(
      note("refused-template", "%s has no attribute %s, and CloudFormation refuses the stack")),
  NOT_AN_ATTRIBUTE(
      note(
          "unknown-property",
          "%s is not known here to give its property %s as an attribute: CloudFormation may refuse"
              + " the stack")),
  ALIAS(
      note(
          "yaml-alias",
          "CloudFormation takes no YAML aliases, this is read as if it were written out",
          "`aws cloudformation package` writes them out")),

  SHAPE(refused("invalid-function", "%s takes %s")),
  SIBLINGS(refused("invalid-function", "%s stands beside other keys, which is not allowed")),
  SUB_NAME(
      refused(
          "invalid-function",
          "names in `Fn::Sub` hold letters, digits, dots and colons only",
          "write `${!…}` for a literal `${…}`")),
  RESOURCE_IN_CONDITION(
      refused("invalid-function", "a condition cannot refer to a resource such as %s")),
  UNKNOWN_FUNCTION(note("unknown-function", "there is no function %s")),
  SHORT_FORM(
      note(
          "short-form",
          "CloudFormation takes no short forms of functions in what `AWS::Include` brings",
          "write the function in full, as `{\"Fn::Sub\": …}`")),

  UNKNOWN_NAME(
      refused("unknown-reference", "%s is neither a parameter nor a resource of this template")),
  UNKNOWN_OUTPUT(
      refused("unknown-reference", "the template of the nested stack %s has no output %s")),
  UNKNOWN_CONDITION(refused("unknown-condition", "there is no condition %s in this template")),
  UNKNOWN_MAPPING(refused("unknown-mapping", "there is no mapping %s")),
  UNKNOWN_ENTRY(refused("unknown-mapping", "the mapping %s has no entry %s")),
  NOT_MADE(note("reference-to-nothing", "%s does not exist, since the condition %s is false")),

  CIRCULAR_CONDITION(refused("circular-reference", "the condition %s depends on itself")),
  CIRCULAR_PARAMETER(refused("circular-reference", "the parameter %s depends on itself")),
  CIRCULAR_OUTPUT(refused("circular-reference", "the output %s depends on itself")),
  CIRCULAR_RESOURCE(refused("circular-reference", "the resource %s depends on itself")),
  CIRCULAR_RESOURCES(refused("circular-reference", "the resources %s depend on each other")),

  UNKNOWN_PARAMETER(note("unknown-parameter", "no template here has a parameter %s")),
  REFUSED_VALUE(
      note(
          "refused-value",
          "the value given for %s is none that this declaration allows, so CloudFormation refuses"
              + " it")),
  NO_SUCH_ARGUMENT(
      note(
          "refused-template",
          "the template of the nested stack %s has no parameter %s, and CloudFormation refuses the"
              + " stack")),
  NO_ARGUMENT(
      note(
          "refused-template",
          "the nested stack %s gives no value that its template's parameter %s allows, and"
              + " CloudFormation refuses the stack")),
  NO_PARAMETER(
      error(
          "invalid-parameters",
          "not the value of a parameter",
          "write `[{\"ParameterKey\": \"…\", \"ParameterValue\": \"…\"}]` or `{\"Parameters\":"
              + " {\"…\": \"…\"}}`"));

  /** The ids of what CloudFormation refuses a template for, wherever in it that stands. */
  private static final Set<String> REFUSED =
      Stream.of(values())
          .filter(one -> one.refused)
          .map(one -> one.message.id())
          .collect(Collectors.toUnmodifiableSet());

  private final Message message;
  private final boolean refused;

  TemplateError(Message message) {
    this.message = message;
    this.refused = false;
  }

  TemplateError(Refused refused) {
    this.message = refused.message();
    this.refused = true;
  }

  /** What CloudFormation refuses a whole template for: a note, as the rules fail by it. */
  private record Refused(Message message) {}

  private static Refused refused(String id, String text, String... help) {
    return new Refused(note(id, text, help));
  }

  /** True if CloudFormation refuses the whole template for what is said. */
  public static boolean isRefused(Diagnostic said) {
    return REFUSED.contains(said.code());
  }

  @Override
  public Message message() {
    return message;
  }

  /** Says it of a place and of the user's own names. */
  public Diagnostic with(Span at, String... names) {
    return at(at, Stream.of(names).map(Rendering::quoted).toArray());
  }

  /** Says it of a name that is none of those known, and which of these may be meant. */
  public Diagnostic unlike(Span at, String name, Collection<String> known) {
    Diagnostic said = with(at, name);
    return DidYouMean.nearest(name, known)
        .map(near -> said.withHelp("did you mean " + Rendering.quoted(near) + "?"))
        .orElse(said);
  }
}
