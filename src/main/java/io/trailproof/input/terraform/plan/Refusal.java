package io.trailproof.input.terraform.plan;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every document that looks like a plan or state and is not read, with what to do instead. */
final class Refusal {
  private static final String SHOW_STATE =
      "run `terraform show -json > state.json` and check that file";

  private Refusal() {}

  /** Why a document is not read; null if it is. */
  static @Nullable Diagnostic of(
      SourceFile file, Set<String> keys, Node.@Nullable Scalar formatVersion) {
    if (formatVersion == null) {
      if (keys.contains("version") && (keys.contains("lineage") || keys.contains("serial"))) {
        return Diagnostic.errorAtStart(
            "raw-terraform-state", "this is a raw terraform state", file, SHOW_STATE);
      }
      return Diagnostic.errorAtStart(
          "not-a-plan",
          "this has no `format_version`, so it is no terraform plan or state",
          file,
          "`terraform show -json tfplan` prints a plan that can be checked");
    }
    String version = formatVersion.text();
    if (!version.matches("[01](\\..*)?")) {
      return Diagnostic.error(
          "unsupported-plan-format",
          "plan format `" + version + "` is not known here",
          formatVersion.span(),
          "formats 0.1 to 1.x are read, as terraform 0.12 and newer and OpenTofu write them");
    }
    if (keys.contains("resource_changes") && !keys.contains("planned_values")) {
      return Diagnostic.errorAtStart(
          "not-a-plan",
          "this plan has no `planned_values`",
          file,
          "check the whole output of `terraform show -json tfplan`");
    }
    return null;
  }
}
