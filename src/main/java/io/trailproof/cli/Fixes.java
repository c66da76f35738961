package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.edit.EditedFile;
import io.trailproof.edit.Edits;
import io.trailproof.edit.SourcesNewer;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.remedy.Fixed;
import java.util.List;

/**
 * What can be done for a deployment.
 *
 * @param graph the deployment without it
 * @param edits what comes of the files once that is done which is for a rule and for those before
 *     it, rule by rule
 * @param isConfirmed false if the files, read again with the edits, do not say what they should
 * @param diagnostics what reading had to say
 */
record Fixes(
    DeploymentFiles deployment,
    Fixed.All fixed,
    ResourceGraph graph,
    List<Edits> edits,
    boolean isConfirmed,
    List<Diagnostic> diagnostics) {
  Fixes {
    edits = List.copyOf(edits);
    diagnostics = List.copyOf(diagnostics);
  }

  /** True if with the changes all is proven that was asked for. */
  boolean isProven() {
    return fixed.isProven() && isConfirmed;
  }

  /** All edits together; none where they are not offered. */
  Edits together() {
    return edits.isEmpty() || !isConfirmed ? Edits.NONE : edits.get(edits.size() - 1);
  }

  /** The files with all edits. */
  List<EditedFile> files() {
    return EditedFile.of(together().edits());
  }

  /** The files of sources that edits touch and that were written after a plan that was read. */
  List<String> newer() {
    List<String> inputs = deployment.inputs();
    return inputs.stream()
        .flatMap(input -> SourcesNewer.than(input, together().edits()).stream())
        .filter(name -> !inputs.contains(name))
        .distinct()
        .toList();
  }

  /** The edits that come with a rule, and those before it. */
  Edits upTo(int rule) {
    return rule < 0 || !isConfirmed ? Edits.NONE : edits.get(rule);
  }
}
