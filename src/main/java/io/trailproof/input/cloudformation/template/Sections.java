package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What CloudFormation refuses of a template's sections and of the types of its parameters. */
public final class Sections {
  private static final Set<String> KNOWN =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Resources",
          "Outputs",
          "Hooks",
          "Globals");

  private static final Set<String> PLAIN_TYPES = Set.of("String", "Number", "CommaDelimitedList");

  private Sections() {}

  static List<Diagnostic> check(Template template) {
    List<Diagnostic> found = new ArrayList<>();
    for (Node.Member section : template.root().members()) {
      slip(section.key())
          .ifPresent(
              meant ->
                  found.add(
                      TemplateError.NO_SUCH_SECTION
                          .with(section.keySpan(), section.key())
                          .withHelp("did you mean `" + meant + "`?")));
    }
    for (Node.Member parameter : template.section("Parameters")) {
      parameter
          .value()
          .asMapping()
          .flatMap(body -> body.get("Type"))
          .flatMap(Node::asScalar)
          .filter(type -> !mayBeType(type.text()))
          .ifPresent(
              type ->
                  found.add(
                      TemplateError.PARAMETER_TYPE.unlike(type.span(), type.text(), PLAIN_TYPES)));
    }
    return found;
  }

  /** Sections that are like none that there is, which other tools may know what to do with. */
  public static List<Diagnostic> unknown(Template template) {
    return template.root().members().stream()
        .filter(section -> !KNOWN.contains(section.key()) && slip(section.key()).isEmpty())
        .filter(section -> !section.key().startsWith("Fn::"))
        .map(section -> TemplateError.UNKNOWN_SECTION.with(section.keySpan(), section.key()))
        .toList();
  }

  private static Optional<String> slip(String section) {
    return KNOWN.contains(section)
        ? Optional.empty()
        : KNOWN.stream().filter(one -> DidYouMean.isSlip(section, one)).sorted().findFirst();
  }

  /** AWS's own types, which grow in number, hold colons; lists of them do as well. */
  private static boolean mayBeType(String type) {
    return PLAIN_TYPES.contains(type) || type.startsWith("List<") || type.contains("::");
  }
}
