package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Documents;
import io.trailproof.document.YamlOutline;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that is no JSON and no YAML because another tool has yet to make it so, or that is several
 * documents: Helm and Jinja templates, manifests of Kubernetes, JSON with comments.
 */
final class Foreign {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}");
  private static final String SEVERAL_DOCUMENTS = "several-documents";

  private static final int LONGEST = 16 << 20;

  /** What a plan, a state or a template says of itself. */
  private static final List<String> OURS =
      List.of(
          "AWSTemplateFormatVersion",
          "\"Resources\"",
          "\"format_version\"",
          "\"planned_values\"",
          "\"resource_changes\"");

  private Foreign() {}

  /**
   * True if that is why a file cannot be read. A text that names the sections of a template stays
   * what it claims to be.
   */
  static boolean is(SourceFile file, List<Diagnostic> problems) {
    String text = file.length() <= LONGEST ? file.text() : "";
    if (text.isEmpty()
        || OURS.stream().anyMatch(text::contains)
        || YamlOutline.scan(file).has("Resources")) {
      return false;
    }
    boolean several = problems.stream().anyMatch(one -> one.code().equals(SEVERAL_DOCUMENTS));
    return several || PLACEHOLDER.matcher(text).find() || Documents.isCommentedJson(file);
  }
}
