package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template as it is written.
 *
 * @param refused what CloudFormation refuses of how it is written
 */
public record Template(SourceFile file, Node.Mapping root, List<Diagnostic> refused) {
  /** Macros of CloudFormation itself that add no resource the rules speak of. */
  private static final List<String> KNOWN_TRANSFORMS =
      List.of(
          "AWS::LanguageExtensions",
          "AWS::Serverless-2016-10-31",
          "AWS::CodeDeployBlueGreen",
          "AWS::CodeStar",
          "AWS::SecretsManager-2020-07-23",
          "AWS::SecretsManager-2024-09-16");

  private static final List<String> SECTIONS =
      List.of("Parameters", "Mappings", "Conditions", "Resources", "Outputs");

  /** The only one there is. */
  private static final String VERSION = "2010-09-09";

  /** The version of templates that org-formation turns into those of CloudFormation. */
  private static final String ORG_FORMATION = "2010-09-09-OC";

  public static Outcome<Template> read(SourceFile file) {
    Outcome<Node> document = Documents.read(file);
    Optional<Node> root = document.value();
    if (root.isEmpty()) {
      return new Outcome<>(null, document.diagnostics());
    }
    List<Diagnostic> diagnostics = new ArrayList<>(document.diagnostics());
    Optional<Node.Mapping> mapping = root.get().asMapping();
    if (mapping.isEmpty() || mapping.get().get("Resources").flatMap(Node::asMapping).isEmpty()) {
      diagnostics.add(TemplateError.NOT_A_TEMPLATE.atStart(file));
      return new Outcome<>(null, diagnostics);
    }
    int resources =
        mapping
            .get()
            .get("Resources")
            .flatMap(Node::asMapping)
            .map(all -> all.members().size())
            .orElse(0);
    if (resources > Limits.RESOURCES) {
      diagnostics.add(TemplateError.UNREAD_RESOURCES.atStart(file, resources, Limits.RESOURCES));
      return new Outcome<>(null, diagnostics);
    }
    Template template = new Template(file, mapping.get(), List.of());
    for (String section : SECTIONS) {
      mapping
          .get()
          .member(section)
          .filter(member -> member.value().asMapping().isEmpty())
          .ifPresent(
              member ->
                  diagnostics.add(TemplateError.NOT_A_MAPPING.with(member.keySpan(), section)));
    }
    mapping
        .get()
        .get("AWSTemplateFormatVersion")
        .flatMap(Node::asScalar)
        .filter(version -> !version.text().equals(VERSION))
        .ifPresent(
            version ->
                diagnostics.add(
                    (version.text().equals(ORG_FORMATION)
                            ? TemplateError.DIALECT
                            : TemplateError.VERSION)
                        .at(version.span())));
    diagnostics.addAll(Sections.check(template));
    diagnostics.addAll(Structure.check(template));
    List<Diagnostic> refused = diagnostics.stream().filter(TemplateError::isRefused).toList();
    return new Outcome<>(new Template(file, mapping.get(), refused), diagnostics);
  }

  /** The same with another text. */
  Template with(Node.Mapping other) {
    return new Template(file, other, refused);
  }

  /** The members of a section; none if it is not there. */
  public List<Node.Member> section(String name) {
    return root.get(name).flatMap(Node::asMapping).map(Node.Mapping::members).orElse(List.of());
  }

  /** A member of a section; of duplicates the last. */
  public Optional<Node.Member> member(String section, String name) {
    return root.get(section).flatMap(Node::asMapping).flatMap(mapping -> mapping.member(name));
  }

  /** True if no macro and no other tool makes another template of it first. */
  public boolean isAsWritten() {
    return unknownTransforms().isEmpty() && !isOfOrgFormation();
  }

  private boolean isOfOrgFormation() {
    return root.get("AWSTemplateFormatVersion")
        .flatMap(Node::asScalar)
        .filter(version -> version.text().equals(ORG_FORMATION))
        .isPresent();
  }

  /** The macros that may have made resources we do not see. */
  public List<Node> unknownTransforms() {
    return transforms().stream().filter(node -> !isKnown(node)).toList();
  }

  /** True if macros may define names that the template does not. */
  public boolean definesAllNames() {
    return transforms().stream()
        .allMatch(node -> node.asString().filter("AWS::LanguageExtensions"::equals).isPresent());
  }

  /** True if functions of the language extensions are none here: no macro is there to know them. */
  public boolean lacksExtensions() {
    return unknownTransforms().isEmpty()
        && transforms().stream()
            .noneMatch(
                node -> node.asString().filter("AWS::LanguageExtensions"::equals).isPresent());
  }

  private List<Node> transforms() {
    Optional<Node> node = root.get("Transform");
    return node.flatMap(Node::asSequence)
        .map(Node.Sequence::items)
        .orElseGet(() -> node.stream().toList());
  }

  private static boolean isKnown(Node transform) {
    return transform.asString().filter(KNOWN_TRANSFORMS::contains).isPresent();
  }
}
