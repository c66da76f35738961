package io.trailproof.input.opening;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Message;
import io.trailproof.document.Documents;
import io.trailproof.document.Unquoted;
import io.trailproof.document.YamlOutline;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that is no JSON and no YAML because another tool has yet to make it so, or that is several
 * documents. A text that names the sections of a template or of a plan is none of these: it stays
 * what it claims to be.
 */
enum Foreign implements Code {
  UNFILLED(
      "a text with places that another tool fills in (Helm, Jinja)",
      "check what that tool makes of it"),
  SEVERAL_DOCUMENTS(
      "several YAML documents in one file, as Kubernetes has them",
      "a template is one document in a file of its own"),
  COMMENTED_JSON("JSON with comments, as tools are configured by", "a plan has none");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{#.*?#\\}");
  private static final String SEVERAL = "several-documents";

  private static final int LONGEST = 16 << 20;

  /** What a plan, a state or a template says of itself. */
  private static final List<String> OURS =
      List.of(
          "AWSTemplateFormatVersion",
          "\"Resources\"",
          "\"format_version\"",
          "\"planned_values\"",
          "\"resource_changes\"");

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  Foreign(String what, String help) {
    this.message = Message.error("unrecognised-input", "this is " + what, help);
  }

  @Override
  public Message message() {
    return message;
  }

  /** What a file is that cannot be read for some problems; empty if it may be meant for us. */
  static Optional<Foreign> of(SourceFile file, List<Diagnostic> problems) {
    String text = file.length() <= LONGEST ? file.text() : "";
    if (text.isEmpty()
        || OURS.stream().anyMatch(text::contains)
        || YamlOutline.scan(file).has("Resources")) {
      return Optional.empty();
    }
    if (problems.stream().anyMatch(one -> one.code().equals(SEVERAL))) {
      return Optional.of(SEVERAL_DOCUMENTS);
    }
    if (PLACEHOLDER.matcher(text).find()) {
      return Optional.of(UNFILLED);
    }
    return Documents.isCommentedJson(file) ? Optional.of(COMMENTED_JSON) : Optional.empty();
  }

  /** What there is to say of a file, at the place where it stopped being a document. */
  Diagnostic in(SourceFile file, Diagnostic problem) {
    return problem.primary() == null ? atStart(file) : Unquoted.of(at(problem.primary().part()));
  }
}
